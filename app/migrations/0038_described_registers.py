"""Registers that the office describes itself: one row for each, its records in a table of its own."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "described_register" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "title" TEXT,
            "description" TEXT,
            "retired_on" DATE
        )
    """)
