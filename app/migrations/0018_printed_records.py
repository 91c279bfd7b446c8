"""Which records stand on paper: they are not put into the recycle bin without a reason."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "printed_record" (
            "table" TEXT NOT NULL,
            "row" INTEGER NOT NULL,
            "entry" INTEGER NOT NULL,
            PRIMARY KEY ("table", "row")
        )
    """)
