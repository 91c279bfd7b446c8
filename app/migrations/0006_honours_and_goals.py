"""Honours, the goals of a year, its shortcomings; which of last year's sentences a summary keeps."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "summary_text" ADD COLUMN "kept" TEXT')
    db.execute_sql("""
        CREATE TABLE "honour" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "granted_on" DATE NOT NULL,
            "title" TEXT,
            "level" TEXT,
            "granted_by" TEXT,
            "recipient_kind" TEXT NOT NULL,
            "recipient" TEXT,
            "member_id" INTEGER,
            "employer" TEXT,
            "enterprise_id" INTEGER,
            "union_id" INTEGER,
            "document_no" TEXT,
            "certificate_name" TEXT,
            "certificate" BLOB,
            "remark" TEXT,
            FOREIGN KEY ("member_id") REFERENCES "member" ("id"),
            FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id"),
            FOREIGN KEY ("union_id") REFERENCES "grassroots_union" ("id")
        )
    """)
    db.execute_sql('CREATE INDEX "honour_member_id" ON "honour" ("member_id")')
    db.execute_sql('CREATE INDEX "honour_enterprise_id" ON "honour" ("enterprise_id")')
    db.execute_sql('CREATE INDEX "honour_union_id" ON "honour" ("union_id")')
    db.execute_sql("""
        CREATE TABLE "goal" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "year" INTEGER NOT NULL,
            "title" TEXT,
            "target" INTEGER,
            "unit" TEXT,
            "figure" TEXT,
            "set_by" TEXT,
            "stated" INTEGER,
            "finished_on" DATE,
            "reason" TEXT,
            "remark" TEXT
        )
    """)
    db.execute_sql("""
        CREATE TABLE "shortcoming" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "year" INTEGER NOT NULL,
            "problem" TEXT,
            "remedy" TEXT,
            "handled_by" TEXT,
            "solved_on" DATE,
            "remark" TEXT
        )
    """)
