"""Steps that can be taken back, files that were replaced, and which records are two for all their likeness."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "step" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "at" DATETIME NOT NULL,
            "sentence" TEXT,
            "operator" TEXT,
            "first_change" INTEGER NOT NULL,
            "last_change" INTEGER NOT NULL,
            "undoes" INTEGER,
            "undone_by" INTEGER
        )
    """)
    db.execute_sql('CREATE INDEX "step_first_change" ON "step" ("first_change")')
    db.execute_sql("""
        CREATE TABLE "replaced_file" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "change" INTEGER NOT NULL,
            "column_name" TEXT NOT NULL,
            "content" BLOB
        )
    """)
    db.execute_sql('CREATE INDEX "replacedfile_change" ON "replaced_file" ("change")')
    db.execute_sql("""
        CREATE TABLE "distinct_pair" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "table_name" TEXT NOT NULL,
            "first" INTEGER NOT NULL,
            "second" INTEGER NOT NULL
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX distinct_pair_once ON distinct_pair (table_name, "first", "second")')
