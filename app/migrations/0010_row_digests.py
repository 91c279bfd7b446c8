"""The digest of every row, by which a value that changed by itself is told."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "row_digest" (
            "table_name" TEXT NOT NULL,
            "row_id" INTEGER NOT NULL,
            "digest" BLOB,
            PRIMARY KEY ("table_name", "row_id")
        ) WITHOUT ROWID
    """)
    db.execute_sql("CREATE INDEX row_digest_open ON row_digest (table_name) WHERE digest IS NULL")
