"""Layers of aid and since when an income is above the line; training; voluntary service."""

_RECORD = """
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME
"""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "hardship_file" ADD COLUMN "above_since" DATE')
    db.execute_sql('ALTER TABLE "poverty_line" ADD COLUMN "low_income" INTEGER')
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "out_months" INTEGER')
    db.execute_sql(f"""
        CREATE TABLE "training" (
            {_RECORD},
            "began_on" DATE NOT NULL,
            "training_no" TEXT,
            "ended_on" DATE,
            "title" TEXT,
            "kind" TEXT NOT NULL,
            "held_by_us" TEXT NOT NULL,
            "organiser" TEXT,
            "place" TEXT,
            "teacher" TEXT,
            "content" TEXT,
            "hours" INTEGER,
            "people" INTEGER,
            "units" INTEGER,
            "passed" INTEGER,
            "cost" INTEGER,
            "remark" TEXT
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "training_training_no" ON "training" ("training_no")')
    db.execute_sql(f"""
        CREATE TABLE "volunteer_service" (
            {_RECORD},
            "served_on" DATE NOT NULL,
            "title" TEXT,
            "kind" TEXT NOT NULL,
            "place" TEXT,
            "member_id" INTEGER,
            "name" TEXT,
            "unit" TEXT,
            "hours" INTEGER,
            "served" INTEGER,
            "remark" TEXT,
            FOREIGN KEY ("member_id") REFERENCES "member" ("id")
        )
    """)
    db.execute_sql('CREATE INDEX "volunteer_service_member_id" ON "volunteer_service" ("member_id")')
