"""The first schema: settings, enterprises, members, hardship files and aid, history."""

STATEMENTS = (
    """
    CREATE TABLE "aid_batch" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "planned_on" DATE NOT NULL,
        "batch_no" TEXT,
        "name" TEXT,
        "year" INTEGER,
        "occasion" TEXT NOT NULL,
        "aid_kind" TEXT NOT NULL,
        "fund_source" TEXT NOT NULL,
        "pay_mode" TEXT NOT NULL,
        "approved_by" TEXT,
        "approved_on" DATE,
        "paid_on" DATE,
        "balance_before" INTEGER,
        "balance_after" INTEGER,
        "status" TEXT NOT NULL,
        "handled_by" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "aid_limit" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "year" INTEGER,
        "per_time" INTEGER,
        "per_year" INTEGER,
        "guards_balance" INTEGER NOT NULL,
        "source" TEXT
    )
    """,
    """
    CREATE TABLE "enterprise" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "name" TEXT,
        "short_name" TEXT,
        "uscc" TEXT,
        "org_code" TEXT,
        "ownership_kind" TEXT,
        "registration_type" TEXT,
        "industry" TEXT,
        "is_non_public" INTEGER,
        "block" TEXT,
        "address" TEXT,
        "phone" TEXT,
        "legal_rep" TEXT,
        "contact_name" TEXT,
        "contact_post" TEXT,
        "contact_mobile" TEXT,
        "employee_count" INTEGER,
        "counted_on" DATE,
        "female_count" INTEGER,
        "migrant_count" INTEGER,
        "dispatched_count" INTEGER,
        "member_count" INTEGER,
        "union_status" TEXT NOT NULL,
        "no_union_reason" TEXT,
        "plan_date" DATE,
        "business_status" TEXT NOT NULL,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "hardship_file" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "applied_on" DATE NOT NULL,
        "file_no" TEXT,
        "name" TEXT,
        "sex" TEXT,
        "birth_date" DATE,
        "id_number" TEXT,
        "ethnicity" TEXT NOT NULL,
        "political_status" TEXT NOT NULL,
        "mobile" TEXT,
        "address" TEXT,
        "level" TEXT NOT NULL,
        "category" TEXT,
        "category_old" TEXT,
        "main_cause" TEXT,
        "other_causes" TEXT,
        "cause_text" TEXT,
        "needs" TEXT,
        "health" TEXT NOT NULL,
        "disability" TEXT,
        "disability_grade" TEXT,
        "medical_insurance" TEXT NOT NULL,
        "marital" TEXT,
        "single_parent" INTEGER,
        "household_type" TEXT NOT NULL,
        "household_region" TEXT,
        "housing" TEXT,
        "floor_area" TEXT,
        "work_status" TEXT NOT NULL,
        "model_worker" TEXT NOT NULL,
        "employer" TEXT,
        "enterprise_id" INTEGER,
        "unit_nature" TEXT,
        "unit_state" TEXT,
        "industry" TEXT,
        "work_start" TEXT,
        "contract_date" DATE,
        "contract_term" TEXT,
        "self_help" INTEGER,
        "zero_employment" INTEGER,
        "own_monthly_income" INTEGER,
        "family_other_income" INTEGER NOT NULL,
        "exp_illness" INTEGER,
        "exp_disability" INTEGER,
        "exp_school" INTEGER,
        "exp_housing" INTEGER,
        "exp_other" INTEGER,
        "declared_size" INTEGER,
        "family_size" INTEGER,
        "computed_year_income" INTEGER,
        "stated_year_income" INTEGER,
        "stated_reason" TEXT,
        "family_year_income" INTEGER,
        "monthly_pc" INTEGER,
        "net_monthly_pc" INTEGER,
        "poverty_line" INTEGER,
        "private_school" TEXT NOT NULL,
        "controls_company" TEXT NOT NULL,
        "second_home" TEXT NOT NULL,
        "motor_vehicle" TEXT NOT NULL,
        "refuses_check" TEXT NOT NULL,
        "refuses_work" TEXT NOT NULL,
        "hires_others" TEXT NOT NULL,
        "bank_name" TEXT,
        "bank_branch" TEXT,
        "bank_card" TEXT,
        "bank_holder" TEXT,
        "filed_by" TEXT,
        "audited_by" TEXT,
        "entered_by" TEXT,
        "visited_on" DATE,
        "discussed_on" DATE,
        "notice_from" DATE,
        "notice_to" DATE,
        "notice_result" TEXT,
        "notice_remark" TEXT,
        "approved_on" DATE,
        "opened_on" DATE,
        "consent_on" DATE,
        "helper" TEXT,
        "status" TEXT NOT NULL,
        "closed_on" DATE,
        "close_reason" TEXT,
        "national_system_on" DATE,
        "national_system_no" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
    )
    """,
    """
    CREATE TABLE "aid_payment" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "batch_id" INTEGER NOT NULL,
        "file_id" INTEGER,
        "outside" INTEGER,
        "name" TEXT,
        "id_number" TEXT,
        "employer" TEXT,
        "category" TEXT,
        "mobile" TEXT,
        "aid_kind" TEXT,
        "occasion" TEXT,
        "year" INTEGER,
        "fund_source" TEXT,
        "amount" INTEGER,
        "goods" TEXT,
        "goods_count" INTEGER,
        "paid_on" DATE,
        "pay_mode" TEXT NOT NULL,
        "bank_card" TEXT,
        "bank_holder" TEXT,
        "receiver" TEXT,
        "receiver_relation" TEXT,
        "signed" INTEGER NOT NULL,
        "voucher_no" TEXT,
        "own_share" INTEGER,
        "student_name" TEXT,
        "school" TEXT,
        "grade" TEXT,
        "tuition" INTEGER,
        "admission_notice" INTEGER,
        "other_aid" TEXT,
        "override_reason" TEXT,
        "status" TEXT NOT NULL,
        "status_reason" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("batch_id") REFERENCES "aid_batch" ("id"),
        FOREIGN KEY ("file_id") REFERENCES "hardship_file" ("id")
    )
    """,
    """
    CREATE TABLE "approved_line" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "batch_id" INTEGER NOT NULL,
        "payment_id" INTEGER NOT NULL,
        "name" TEXT,
        "id_number" TEXT,
        "employer" TEXT,
        "category" TEXT,
        "aid_kind" TEXT,
        "fund_source" TEXT,
        "amount" INTEGER,
        "mobile" TEXT,
        "bank_card" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("batch_id") REFERENCES "aid_batch" ("id"),
        FOREIGN KEY ("payment_id") REFERENCES "aid_payment" ("id")
    )
    """,
    """
    CREATE TABLE "counter" (
        "prefix" TEXT NOT NULL PRIMARY KEY,
        "last" INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE "member" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "applied_on" DATE NOT NULL,
        "member_no" TEXT,
        "card_no" TEXT,
        "name" TEXT,
        "sex" TEXT,
        "birth_date" DATE,
        "ethnicity" TEXT NOT NULL,
        "id_type" TEXT NOT NULL,
        "id_number" TEXT,
        "political_status" TEXT,
        "education" TEXT,
        "native_place" TEXT,
        "household_type" TEXT,
        "is_migrant_worker" INTEGER NOT NULL,
        "is_dispatched" INTEGER NOT NULL,
        "employer" TEXT,
        "enterprise_id" INTEGER,
        "job_title" TEXT,
        "skill_level" TEXT,
        "monthly_wage" INTEGER,
        "mobile" TEXT,
        "address" TEXT,
        "work_start" TEXT,
        "join_mode" TEXT NOT NULL,
        "approved_on" DATE,
        "other_union" TEXT,
        "union_name" TEXT NOT NULL,
        "group_name" TEXT,
        "union_post" TEXT NOT NULL,
        "status" TEXT NOT NULL,
        "status_date" DATE,
        "status_reason" TEXT,
        "model_worker" TEXT,
        "confirm_mode" TEXT,
        "handled_by" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
    )
    """,
    """
    CREATE TABLE "dues_payment" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "member_id" INTEGER NOT NULL,
        "month" TEXT,
        "due" INTEGER,
        "paid" INTEGER,
        "paid_on" DATE NOT NULL,
        "mode" TEXT NOT NULL,
        "receipt_no" TEXT,
        FOREIGN KEY ("member_id") REFERENCES "member" ("id")
    )
    """,
    """
    CREATE TABLE "fund_income" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "received_on" DATE NOT NULL,
        "fund_source" TEXT,
        "amount" INTEGER,
        "from_whom" TEXT,
        "voucher_no" TEXT,
        "remark" TEXT
    )
    """,
    """
    CREATE TABLE "hardship_evidence" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "file_id" INTEGER NOT NULL,
        "kind" TEXT,
        "dated" DATE,
        "file_name" TEXT,
        "content" BLOB,
        "remark" TEXT,
        FOREIGN KEY ("file_id") REFERENCES "hardship_file" ("id")
    )
    """,
    """
    CREATE TABLE "hardship_family" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "file_id" INTEGER NOT NULL,
        "name" TEXT,
        "relation" TEXT,
        "sex" TEXT,
        "birth_date" DATE,
        "id_number" TEXT,
        "no_id_reason" TEXT,
        "ethnicity" TEXT NOT NULL,
        "political_status" TEXT,
        "monthly_income" INTEGER NOT NULL,
        "model_worker" TEXT NOT NULL,
        "health" TEXT NOT NULL,
        "illness" TEXT,
        "medical_insurance" TEXT NOT NULL,
        "marital" TEXT NOT NULL,
        "household_type" TEXT NOT NULL,
        "mobile" TEXT,
        "occupation" TEXT,
        "education" TEXT,
        "school_from" TEXT,
        "school_years" INTEGER,
        "workplace" TEXT,
        "lives_together" INTEGER NOT NULL,
        FOREIGN KEY ("file_id") REFERENCES "hardship_file" ("id")
    )
    """,
    """
    CREATE TABLE "hardship_review" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "file_id" INTEGER NOT NULL,
        "reviewed_on" DATE NOT NULL,
        "reviewed_by" TEXT,
        "mode" TEXT NOT NULL,
        "new_income" INTEGER,
        "new_category" TEXT,
        "conclusion" TEXT NOT NULL,
        "remark" TEXT,
        FOREIGN KEY ("file_id") REFERENCES "hardship_file" ("id")
    )
    """,
    """
    CREATE TABLE "history" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "at" DATETIME NOT NULL,
        "action" TEXT NOT NULL,
        "table_name" TEXT NOT NULL,
        "row_id" INTEGER NOT NULL,
        "changes" TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE "member_job" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "member_id" INTEGER NOT NULL,
        "first_month" TEXT,
        "last_month" TEXT,
        "employer" TEXT,
        "job_title" TEXT,
        FOREIGN KEY ("member_id") REFERENCES "member" ("id")
    )
    """,
    """
    CREATE TABLE "member_relative" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "member_id" INTEGER NOT NULL,
        "name" TEXT,
        "relation" TEXT,
        "employer" TEXT,
        FOREIGN KEY ("member_id") REFERENCES "member" ("id")
    )
    """,
    """
    CREATE TABLE "membership_event" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "member_id" INTEGER NOT NULL,
        "happened_on" DATE NOT NULL,
        "kind" TEXT,
        "other_union" TEXT,
        "voucher_no" TEXT,
        "handled_by" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("member_id") REFERENCES "member" ("id")
    )
    """,
    """
    CREATE TABLE "poverty_line" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "effective_from" DATE,
        "monthly" INTEGER,
        "multiplier" INTEGER NOT NULL,
        "inclusive" INTEGER NOT NULL,
        "source" TEXT
    )
    """,
    """
    CREATE TABLE "print_log_entry" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "printed_at" DATETIME NOT NULL,
        "key" TEXT,
        "title" TEXT,
        "rows" INTEGER NOT NULL,
        "pages" INTEGER NOT NULL,
        "is_public" INTEGER NOT NULL,
        "sensitive" INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE "profile" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "name" TEXT,
        "code" TEXT NOT NULL,
        "street" TEXT,
        "upper_union" TEXT,
        "city" TEXT,
        "founded_on" DATE,
        "address" TEXT,
        "phone" TEXT,
        "notice_phone" TEXT,
        "leader" TEXT,
        "auditor" TEXT,
        "clerk" TEXT,
        "notice_days" INTEGER NOT NULL,
        "dues_rate" INTEGER NOT NULL,
        "mask_names" INTEGER NOT NULL,
        "pledge" TEXT NOT NULL
    )
    """,
    """
    CREATE UNIQUE INDEX "aid_batch_batch_no" ON "aid_batch" ("batch_no")
    """,
    """
    CREATE INDEX "enterprise_name" ON "enterprise" ("name")
    """,
    """
    CREATE UNIQUE INDEX "hardship_file_file_no" ON "hardship_file" ("file_no")
    """,
    """
    CREATE INDEX "hardship_file_name" ON "hardship_file" ("name")
    """,
    """
    CREATE INDEX "hardship_file_enterprise_id" ON "hardship_file" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX hardship_file_once ON hardship_file (id_number)
    WHERE deleted_at IS NULL
    AND status IN ('申请', '调查', '公示中', '待审批', '在档')
    """,
    """
    CREATE INDEX "aid_payment_batch_id" ON "aid_payment" ("batch_id")
    """,
    """
    CREATE INDEX "aid_payment_file_id" ON "aid_payment" ("file_id")
    """,
    """
    CREATE INDEX "aid_payment_name" ON "aid_payment" ("name")
    """,
    """
    CREATE UNIQUE INDEX aid_payment_once ON aid_payment (id_number, aid_kind, occasion, year)
    WHERE deleted_at IS NULL AND override_reason IS NULL
    AND status IN ('拟定', '已审批', '已发放')
    """,
    """
    CREATE INDEX "approved_line_batch_id" ON "approved_line" ("batch_id")
    """,
    """
    CREATE INDEX "approved_line_payment_id" ON "approved_line" ("payment_id")
    """,
    """
    CREATE UNIQUE INDEX "member_member_no" ON "member" ("member_no")
    """,
    """
    CREATE INDEX "member_name" ON "member" ("name")
    """,
    """
    CREATE INDEX "member_enterprise_id" ON "member" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX member_card_once ON member (card_no)
    WHERE deleted_at IS NULL AND card_no IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX member_id_once ON member (id_number)
    WHERE deleted_at IS NULL AND id_number IS NOT NULL
    """,
    """
    CREATE INDEX "dues_payment_member_id" ON "dues_payment" ("member_id")
    """,
    """
    CREATE UNIQUE INDEX dues_payment_once ON dues_payment (member_id, month)
    WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX "hardship_evidence_file_id" ON "hardship_evidence" ("file_id")
    """,
    """
    CREATE INDEX "hardship_family_file_id" ON "hardship_family" ("file_id")
    """,
    """
    CREATE INDEX "hardship_review_file_id" ON "hardship_review" ("file_id")
    """,
    """
    CREATE INDEX "history_table_name_row_id" ON "history" ("table_name", "row_id")
    """,
    """
    CREATE INDEX "member_job_member_id" ON "member_job" ("member_id")
    """,
    """
    CREATE INDEX "member_relative_member_id" ON "member_relative" ("member_id")
    """,
    """
    CREATE INDEX "membership_event_member_id" ON "membership_event" ("member_id")
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Create every table and index."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
