"""Nominations for honours with their public notice, and for how many working days that hangs out."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "nomination_days" INTEGER')
    db.execute_sql("""
        CREATE TABLE "nomination" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "nominated_on" DATE NOT NULL,
            "title" TEXT,
            "level" TEXT,
            "granted_by" TEXT,
            "recipient_kind" TEXT NOT NULL,
            "recipient" TEXT,
            "member_id" INTEGER,
            "employer" TEXT,
            "deeds" TEXT,
            "decided_on" DATE,
            "notice_from" DATE,
            "notice_to" DATE,
            "notice_result" TEXT,
            "objection" TEXT,
            "sent_on" DATE,
            "granted_on" DATE,
            "document_no" TEXT,
            "status" TEXT NOT NULL,
            "remark" TEXT,
            FOREIGN KEY ("member_id") REFERENCES "member" ("id")
        )
    """)
    db.execute_sql('CREATE INDEX "nomination_member_id" ON "nomination" ("member_id")')
