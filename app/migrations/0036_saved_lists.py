"""What a person asks of a list again and again, under a name."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "saved_list" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "register" TEXT NOT NULL,
            "name" TEXT NOT NULL,
            "search" TEXT NOT NULL,
            "filters" TEXT NOT NULL
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "savedlist_register_name" ON "saved_list" ("register", "name")')
