"""What is agreed about a reminder: until when it waits and why, and who sees to it."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "reminder_plan" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "register" TEXT,
            "kind" TEXT,
            "row" INTEGER,
            "name" TEXT,
            "until" DATE,
            "reason" TEXT,
            "person" TEXT
        )
    """)
