"""The words of an office's own reports, each with the figure that it means by them."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "figure_alias" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "words" TEXT NOT NULL,
            "figure" TEXT NOT NULL
        )
    """)
    db.execute_sql(
        'CREATE UNIQUE INDEX "figure_alias_once" ON "figure_alias" ("words") WHERE deleted_at IS NULL'
    )
