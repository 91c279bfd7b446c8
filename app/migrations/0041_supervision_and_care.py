"""Letters of labour supervision; what members are given; what the rules allow to be given."""

_RECORD = """
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME
"""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "letter_days" INTEGER')
    db.execute_sql(f"""
        CREATE TABLE "supervision_letter" (
            {_RECORD},
            "issued_on" DATE NOT NULL,
            "letter_no" TEXT,
            "kind" TEXT,
            "unit_name" TEXT,
            "enterprise_id" INTEGER,
            "about_unit" TEXT,
            "matter_kind" TEXT NOT NULL,
            "matter" TEXT,
            "basis" TEXT,
            "demands" TEXT,
            "workers" INTEGER,
            "signer" TEXT,
            "stated_due" DATE,
            "due_on" DATE,
            "answered_on" DATE,
            "answer" TEXT,
            "rectified_on" DATE,
            "rectified" TEXT,
            "recovered" INTEGER,
            "status" TEXT NOT NULL,
            "remark" TEXT,
            FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "supervision_letter_letter_no" ON "supervision_letter" ("letter_no")')
    db.execute_sql(
        'CREATE INDEX "supervision_letter_enterprise_id" ON "supervision_letter" ("enterprise_id")'
    )
