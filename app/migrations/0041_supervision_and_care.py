"""Letters of labour supervision; what members are given; what the rules allow to be given."""

_RECORD = """
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME
"""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "letter_days" INTEGER')
    db.execute_sql(f"""
        CREATE TABLE "supervision_letter" (
            {_RECORD},
            "issued_on" DATE NOT NULL,
            "letter_no" TEXT,
            "kind" TEXT,
            "unit_name" TEXT,
            "enterprise_id" INTEGER,
            "about_unit" TEXT,
            "matter_kind" TEXT NOT NULL,
            "matter" TEXT,
            "basis" TEXT,
            "demands" TEXT,
            "workers" INTEGER,
            "signer" TEXT,
            "stated_due" DATE,
            "due_on" DATE,
            "answered_on" DATE,
            "answer" TEXT,
            "rectified_on" DATE,
            "rectified" TEXT,
            "recovered" INTEGER,
            "status" TEXT NOT NULL,
            "remark" TEXT,
            FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "supervision_letter_letter_no" ON "supervision_letter" ("letter_no")')
    db.execute_sql(
        'CREATE INDEX "supervision_letter_enterprise_id" ON "supervision_letter" ("enterprise_id")'
    )
    db.execute_sql(f"""
        CREATE TABLE "member_care" (
            {_RECORD},
            "given_on" DATE NOT NULL,
            "care_no" TEXT,
            "occasion" TEXT,
            "festival" TEXT,
            "recipient_kind" TEXT NOT NULL,
            "member_id" INTEGER,
            "recipient" TEXT,
            "employer" TEXT,
            "people" INTEGER NOT NULL,
            "form" TEXT NOT NULL,
            "amount" INTEGER,
            "goods" TEXT,
            "fund_source" TEXT NOT NULL,
            "visited_by" TEXT,
            "signed" INTEGER NOT NULL,
            "over_reason" TEXT,
            "remark" TEXT,
            FOREIGN KEY ("member_id") REFERENCES "member" ("id")
        )
    """)
    db.execute_sql('CREATE UNIQUE INDEX "member_care_care_no" ON "member_care" ("care_no")')
    db.execute_sql('CREATE INDEX "member_care_member_id" ON "member_care" ("member_id")')
    db.execute_sql(f"""
        CREATE TABLE "member_benefit" (
            {_RECORD},
            "held_on" DATE NOT NULL,
            "title" TEXT,
            "kind" TEXT NOT NULL,
            "partner" TEXT,
            "people" INTEGER,
            "cost" INTEGER,
            "fund_source" TEXT,
            "remark" TEXT
        )
    """)
    db.execute_sql(f"""
        CREATE TABLE "care_limit" (
            {_RECORD},
            "year" INTEGER NOT NULL,
            "occasion" TEXT,
            "fund_source" TEXT,
            "per_time" INTEGER,
            "per_year" INTEGER,
            "no_cash" INTEGER NOT NULL,
            "source" TEXT
        )
    """)
