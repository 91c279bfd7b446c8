"""The registers of daily office work: meetings, rules, archive, seals, visits, cash, places."""

STATEMENTS = (
    """
    CREATE TABLE "archive_item" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "archived_on" DATE NOT NULL,
        "archive_no" TEXT,
        "hardship_file_id" INTEGER,
        "title" TEXT,
        "kind" TEXT,
        "author" TEXT,
        "dated" TEXT,
        "pages" INTEGER,
        "retention" TEXT,
        "counted_from" DATE,
        "expires_on" DATE,
        "place" TEXT,
        "scan_name" TEXT,
        "scan" BLOB,
        "status" TEXT NOT NULL,
        "borrower" TEXT,
        "lent_on" DATE,
        "due_on" DATE,
        "gone_on" DATE,
        "gone_to" TEXT,
        "approved_by" TEXT,
        "witness" TEXT,
        "handled_by" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("hardship_file_id") REFERENCES "hardship_file" ("id")
    )
    """,
    """
    CREATE TABLE "cash_entry" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "booked_on" DATE NOT NULL,
        "summary" TEXT,
        "direction" TEXT,
        "subject" TEXT,
        "fund" TEXT,
        "amount" INTEGER,
        "voucher_no" TEXT,
        "counterpart" TEXT,
        "handled_by" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "company_visit" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "visited_on" DATE NOT NULL,
        "visit_no" TEXT,
        "enterprise_id" INTEGER,
        "unit_name" TEXT,
        "purpose" TEXT NOT NULL,
        "visited_by" TEXT,
        "received_by" TEXT,
        "situation" TEXT,
        "problems" TEXT,
        "follow_up" TEXT,
        "follow_up_by" DATE,
        "followed_on" DATE,
        "status" TEXT NOT NULL,
        "remark" TEXT,
        FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
    )
    """,
    """
    CREATE TABLE "meeting" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "held_on" DATE NOT NULL,
        "meeting_no" TEXT,
        "name" TEXT,
        "kind" TEXT NOT NULL,
        "starts_at" TEXT,
        "place" TEXT,
        "chair" TEXT,
        "recorder" TEXT,
        "stated_expected" INTEGER,
        "stated_attended" INTEGER,
        "expected" INTEGER,
        "attended" INTEGER,
        "topics" TEXT,
        "proceedings" TEXT,
        "resolutions" TEXT,
        "paper_name" TEXT,
        "paper" BLOB,
        "status" TEXT NOT NULL,
        "cancel_reason" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "meeting_attendee" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "meeting_id" INTEGER NOT NULL,
        "member_id" INTEGER,
        "name" TEXT,
        "unit" TEXT,
        "post" TEXT,
        "role" TEXT NOT NULL,
        "signed_in" INTEGER NOT NULL,
        "absence" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
        FOREIGN KEY ("member_id") REFERENCES "member" ("id")
    )
    """,
    """
    CREATE TABLE "regulation" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "issued_on" DATE NOT NULL,
        "rule_no" TEXT,
        "title" TEXT,
        "kind" TEXT,
        "document_no" TEXT,
        "joint_unit" TEXT,
        "posted" INTEGER NOT NULL,
        "content" TEXT,
        "review_by" DATE,
        "text_name" TEXT,
        "text" BLOB,
        "status" TEXT NOT NULL,
        "revised_on" DATE,
        "repealed_on" DATE,
        "change_reason" TEXT,
        "handled_by" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "seal_use" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "used_on" DATE NOT NULL,
        "use_no" TEXT,
        "seal" TEXT NOT NULL,
        "document" TEXT,
        "copies" INTEGER NOT NULL,
        "reason" TEXT,
        "applicant" TEXT,
        "approved_by" TEXT,
        "handled_by" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "venue" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "name" TEXT,
        "kind" TEXT,
        "place" TEXT,
        "area" INTEGER,
        "opened_on" DATE NOT NULL,
        "hung_sign" INTEGER NOT NULL,
        "hours" TEXT,
        "equipment" TEXT,
        "keeper" TEXT,
        "status" TEXT NOT NULL,
        "closed_on" DATE,
        "closed_reason" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "visit" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "visited_on" DATE NOT NULL,
        "visit_no" TEXT,
        "name" TEXT,
        "people" INTEGER NOT NULL,
        "unit" TEXT,
        "mobile" TEXT,
        "mode" TEXT NOT NULL,
        "subject" TEXT NOT NULL,
        "matter" TEXT,
        "received_by" TEXT,
        "answer_by" DATE,
        "result" TEXT,
        "passed_to" TEXT,
        "closed_on" DATE,
        "status" TEXT NOT NULL,
        "remark" TEXT
    )
    """,
    """
    CREATE UNIQUE INDEX "archive_item_archive_no" ON "archive_item" ("archive_no")
    """,
    """
    CREATE INDEX "archive_item_hardship_file_id" ON "archive_item" ("hardship_file_id")
    """,
    """
    CREATE INDEX "cash_entry_booked_on" ON "cash_entry" ("booked_on")
    """,
    """
    CREATE UNIQUE INDEX "company_visit_visit_no" ON "company_visit" ("visit_no")
    """,
    """
    CREATE INDEX "company_visit_enterprise_id" ON "company_visit" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX "meeting_meeting_no" ON "meeting" ("meeting_no")
    """,
    """
    CREATE INDEX "meeting_attendee_meeting_id" ON "meeting_attendee" ("meeting_id")
    """,
    """
    CREATE INDEX "meeting_attendee_member_id" ON "meeting_attendee" ("member_id")
    """,
    """
    CREATE INDEX "meeting_attendee_name" ON "meeting_attendee" ("name")
    """,
    """
    CREATE UNIQUE INDEX "regulation_rule_no" ON "regulation" ("rule_no")
    """,
    """
    CREATE INDEX "regulation_title" ON "regulation" ("title")
    """,
    """
    CREATE UNIQUE INDEX "seal_use_use_no" ON "seal_use" ("use_no")
    """,
    """
    CREATE UNIQUE INDEX "visit_visit_no" ON "visit" ("visit_no")
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Create every table and index."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
