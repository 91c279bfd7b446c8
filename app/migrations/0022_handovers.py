"""Work handed over from one clerk to another, with keys, seals and where the backups are."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "handover" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "handed_on" DATE NOT NULL,
            "handover_no" TEXT,
            "giver" TEXT,
            "taker" TEXT,
            "witness" TEXT,
            "reason" TEXT NOT NULL,
            "keys" TEXT,
            "seals" TEXT,
            "backups" TEXT,
            "things" TEXT,
            "unfinished" TEXT,
            "remark" TEXT
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "handover_handover_no" ON "handover" ("handover_no")')
