"""The office remembers how columns were matched, and which imports were done."""

STATEMENTS = (
    """
    CREATE TABLE "column_memory" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "register" TEXT,
        "headings" TEXT,
        "columns" TEXT
    )
    """,
    """
    CREATE TABLE "import_done" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "done_at" DATETIME NOT NULL,
        "register" TEXT,
        "book" TEXT,
        "new" INTEGER NOT NULL,
        "changed" INTEGER NOT NULL,
        "refused" INTEGER NOT NULL,
        "first_change" INTEGER NOT NULL,
        "last_change" INTEGER NOT NULL,
        "undone_at" DATETIME
    )
    """,
    """
    CREATE UNIQUE INDEX "column_memory_register_headings" ON "column_memory" ("register", "headings")
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Create every table and index."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
