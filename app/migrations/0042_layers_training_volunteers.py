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
