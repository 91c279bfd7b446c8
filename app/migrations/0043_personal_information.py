"""For what purpose and by whose consent sensitive data are kept, and for how long."""

_COLUMNS = (("data_purpose", "TEXT"), ("data_consent_on", "DATE"), ("data_consent_mode", "TEXT"))


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table in ("member", "hardship_file"):
        for name, kind in _COLUMNS:
            db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {kind}')
    db.execute_sql("""
        CREATE TABLE "retention_rule" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "kind" TEXT,
            "years" INTEGER,
            "source" TEXT
        )
    """)
