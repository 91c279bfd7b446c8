"""How each bank wants a batch that it pays out, and the bank of whoever is paid by card."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "aid_payment" ADD COLUMN "bank_name" TEXT')
    db.execute_sql("""
        CREATE TABLE "bank_layout" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "bank" TEXT,
            "columns" TEXT NOT NULL,
            "has_heading" INTEGER NOT NULL,
            "has_total" INTEGER NOT NULL,
            "separator" TEXT NOT NULL,
            "note" TEXT,
            "remark" TEXT
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "bank_layout_bank" ON "bank_layout" ("bank")')
