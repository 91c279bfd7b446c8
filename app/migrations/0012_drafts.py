"""What is typed and not saved yet, kept beside the records in case the program is cut off."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql("""
        CREATE TABLE "draft" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "form" TEXT NOT NULL,
            "record" INTEGER NOT NULL,
            "owner" INTEGER NOT NULL,
            "at" DATETIME NOT NULL,
            "texts" TEXT NOT NULL
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "draft_form_record_owner" ON "draft" ("form", "record", "owner")')
