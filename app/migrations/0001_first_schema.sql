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
    "women_for_committee" INTEGER NOT NULL,
    "large_unit" INTEGER NOT NULL,
    "term_first_days" INTEGER NOT NULL,
    "term_second_days" INTEGER NOT NULL,
    "renewal_days" INTEGER NOT NULL,
    "follow_up_days" INTEGER NOT NULL,
    "fresh_days" INTEGER NOT NULL,
    "noted_change" INTEGER NOT NULL,
    "lending_days" INTEGER NOT NULL,
    "lending_renewals" INTEGER NOT NULL,
    "books_each" INTEGER NOT NULL,
    "pledge" TEXT NOT NULL
);

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
);

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
);

CREATE TABLE "prize_limit" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "year" INTEGER,
    "per_person" INTEGER,
    "per_team" INTEGER,
    "source" TEXT
);

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
);

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
);
CREATE INDEX "enterprise_name" ON "enterprise" ("name");

CREATE TABLE "grassroots_union" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "registered_on" DATE NOT NULL,
    "union_no" TEXT,
    "name" TEXT,
    "union_type" TEXT,
    "organisation" TEXT,
    "is_own" INTEGER NOT NULL,
    "ownership_kind" TEXT,
    "enterprise_id" INTEGER,
    "covered_unit_count" INTEGER,
    "parent_union" TEXT NOT NULL,
    "founded_on" DATE,
    "approval_no" TEXT,
    "term_no" INTEGER NOT NULL,
    "term_start" DATE,
    "term_years" TEXT NOT NULL,
    "term_end_set" DATE,
    "term_end" DATE,
    "is_legal_person" INTEGER NOT NULL,
    "cert_no" TEXT,
    "uscc" TEXT,
    "member_count" INTEGER,
    "female_member_count" INTEGER,
    "migrant_member_count" INTEGER,
    "has_women_committee" TEXT,
    "has_audit_committee" INTEGER,
    "venues" TEXT,
    "phone" TEXT,
    "bank_name" TEXT,
    "account_no" TEXT,
    "status" TEXT NOT NULL,
    "status_date" DATE,
    "status_reason" TEXT,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "grassroots_union_enterprise_id" ON "grassroots_union" ("enterprise_id");
CREATE INDEX "grassroots_union_name" ON "grassroots_union" ("name");
CREATE UNIQUE INDEX grassroots_union_own_once ON grassroots_union (is_own)
    WHERE deleted_at IS NULL AND is_own;
CREATE UNIQUE INDEX "grassroots_union_union_no" ON "grassroots_union" ("union_no");

CREATE TABLE "committee_member" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "union_id" INTEGER NOT NULL,
    "term_no" INTEGER NOT NULL,
    "name" TEXT,
    "sex" TEXT,
    "birth_month" TEXT,
    "post" TEXT,
    "party_post" TEXT,
    "duty" TEXT,
    "engagement" TEXT NOT NULL,
    "appointed_on" DATE,
    "left_on" DATE,
    "phone" TEXT,
    FOREIGN KEY ("union_id") REFERENCES "grassroots_union" ("id")
);
CREATE INDEX "committee_member_union_id" ON "committee_member" ("union_id");

CREATE TABLE "covered_unit" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "union_id" INTEGER NOT NULL,
    "enterprise_id" INTEGER,
    "unit_name" TEXT,
    "employee_count" INTEGER,
    "member_count" INTEGER,
    "joined_on" DATE,
    "left_on" DATE,
    "remark" TEXT,
    FOREIGN KEY ("union_id") REFERENCES "grassroots_union" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "covered_unit_enterprise_id" ON "covered_unit" ("enterprise_id");
CREATE INDEX "covered_unit_union_id" ON "covered_unit" ("union_id");

CREATE TABLE "union_election" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "union_id" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "term_no" INTEGER,
    "meeting" TEXT NOT NULL,
    "expected" INTEGER,
    "attended" INTEGER,
    "approval_no" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("union_id") REFERENCES "grassroots_union" ("id")
);
CREATE INDEX "union_election_union_id" ON "union_election" ("union_id");

CREATE TABLE "survey" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "name" TEXT,
    "month" TEXT,
    "scope" TEXT,
    "leader" TEXT,
    "threshold" INTEGER NOT NULL,
    "told_units" INTEGER,
    "told_workers" INTEGER,
    "told_with_union" INTEGER,
    "told_over" INTEGER,
    "status" TEXT NOT NULL,
    "remark" TEXT
);
CREATE INDEX "survey_name" ON "survey" ("name");

CREATE TABLE "survey_item" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "survey_id" INTEGER NOT NULL,
    "enterprise_id" INTEGER,
    "unit_name" TEXT,
    "ownership_kind" TEXT,
    "employee_count" INTEGER,
    "has_union" INTEGER,
    "preparing" INTEGER,
    "over_50" INTEGER,
    "no_union_reason" TEXT,
    "visited_on" DATE,
    "visited_by" TEXT,
    "intention" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("survey_id") REFERENCES "survey" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "survey_item_enterprise_id" ON "survey_item" ("enterprise_id");
CREATE UNIQUE INDEX survey_item_once ON survey_item (survey_id, enterprise_id)
    WHERE deleted_at IS NULL AND enterprise_id IS NOT NULL;
CREATE INDEX "survey_item_survey_id" ON "survey_item" ("survey_id");

CREATE TABLE "open_affairs" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "enterprise_id" INTEGER,
    "unit_name" TEXT,
    "year" INTEGER,
    "established" INTEGER NOT NULL,
    "congress" TEXT NOT NULL,
    "held_on" DATE,
    "expected" INTEGER,
    "attended" INTEGER,
    "topics" TEXT,
    "forms" TEXT,
    "matters" TEXT,
    "opinions" INTEGER,
    "adopted" INTEGER,
    "is_typical" INTEGER NOT NULL,
    "experience" TEXT,
    "checked_on" DATE,
    "checked_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "open_affairs_enterprise_id" ON "open_affairs" ("enterprise_id");
CREATE UNIQUE INDEX open_affairs_once ON open_affairs (enterprise_id, year) WHERE deleted_at IS NULL;

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
);
CREATE UNIQUE INDEX member_card_once ON member (card_no) WHERE deleted_at IS NULL AND card_no IS NOT NULL;
CREATE INDEX "member_enterprise_id" ON "member" ("enterprise_id");
CREATE UNIQUE INDEX member_id_once ON member (id_number) WHERE deleted_at IS NULL AND id_number IS NOT NULL;
CREATE UNIQUE INDEX "member_member_no" ON "member" ("member_no");
CREATE INDEX "member_name" ON "member" ("name");

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
);
CREATE INDEX membership_event_last ON membership_event (member_id, happened_on, id);
CREATE INDEX "membership_event_member_id" ON "membership_event" ("member_id");

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
);
CREATE INDEX "dues_payment_member_id" ON "dues_payment" ("member_id");
CREATE UNIQUE INDEX dues_payment_once ON dues_payment (member_id, month) WHERE deleted_at IS NULL;

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
);
CREATE INDEX "member_relative_member_id" ON "member_relative" ("member_id");

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
);
CREATE INDEX "member_job_member_id" ON "member_job" ("member_id");

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
);
CREATE INDEX "hardship_file_enterprise_id" ON "hardship_file" ("enterprise_id");
CREATE UNIQUE INDEX "hardship_file_file_no" ON "hardship_file" ("file_no");
CREATE INDEX "hardship_file_name" ON "hardship_file" ("name");
CREATE UNIQUE INDEX hardship_file_once ON hardship_file (id_number)
    WHERE deleted_at IS NULL AND status IN ('申请', '调查', '公示中', '待审批', '在档');

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
);
CREATE INDEX "hardship_family_file_id" ON "hardship_family" ("file_id");

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
);
CREATE INDEX "hardship_review_file_id" ON "hardship_review" ("file_id");

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
);
CREATE INDEX "hardship_evidence_file_id" ON "hardship_evidence" ("file_id");

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
);
CREATE UNIQUE INDEX "aid_batch_batch_no" ON "aid_batch" ("batch_no");

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
    "title" TEXT,
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
);
CREATE INDEX "aid_payment_batch_id" ON "aid_payment" ("batch_id");
CREATE INDEX "aid_payment_file_id" ON "aid_payment" ("file_id");
CREATE INDEX "aid_payment_name" ON "aid_payment" ("name");
CREATE UNIQUE INDEX aid_payment_once ON aid_payment (id_number, aid_kind, occasion, year)
    WHERE deleted_at IS NULL AND override_reason IS NULL AND status IN ('拟定', '已审批', '已发放');

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
);
CREATE INDEX "approved_line_batch_id" ON "approved_line" ("batch_id");
CREATE INDEX "approved_line_payment_id" ON "approved_line" ("payment_id");

CREATE TABLE "aid_standard" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "year" INTEGER,
    "category" TEXT,
    "aid_kind" TEXT,
    "lines" INTEGER,
    "share" INTEGER,
    "most" INTEGER,
    "only_kind" INTEGER NOT NULL,
    "source" TEXT
);

CREATE TABLE "renewal_lead" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "kind" TEXT,
    "days" INTEGER
);

CREATE TABLE "collective_contract" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "registered_on" DATE NOT NULL,
    "contract_no" TEXT,
    "kind" TEXT,
    "scope" TEXT,
    "signer_type" TEXT,
    "employer" TEXT,
    "enterprise_id" INTEGER,
    "union_name" TEXT,
    "union_id" INTEGER,
    "title" TEXT,
    "employer_chief" TEXT,
    "worker_chief" TEXT,
    "employer_reps" INTEGER,
    "worker_reps" INTEGER,
    "congress_on" DATE,
    "congress_due" INTEGER,
    "congress_present" INTEGER,
    "congress_agreed" INTEGER,
    "signed_on" DATE,
    "filed_on" DATE,
    "receipt_no" TEXT,
    "review_result" TEXT,
    "effective_on" DATE,
    "start_on" DATE,
    "end_on" DATE,
    "covered_enterprises" INTEGER,
    "covered_workers" INTEGER,
    "covered_women" INTEGER,
    "published" TEXT,
    "renewed_from_id" INTEGER,
    "status" TEXT NOT NULL,
    "ended_on" DATE,
    "end_reason" TEXT,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id"),
    FOREIGN KEY ("union_id") REFERENCES "grassroots_union" ("id"),
    FOREIGN KEY ("renewed_from_id") REFERENCES "collective_contract" ("id")
);
CREATE UNIQUE INDEX "collective_contract_contract_no" ON "collective_contract" ("contract_no");
CREATE INDEX "collective_contract_employer" ON "collective_contract" ("employer");
CREATE INDEX "collective_contract_enterprise_id" ON "collective_contract" ("enterprise_id");
CREATE INDEX "collective_contract_renewed_from_id" ON "collective_contract" ("renewed_from_id");
CREATE INDEX "collective_contract_union_id" ON "collective_contract" ("union_id");

CREATE TABLE "contract_coverage" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "contract_id" INTEGER NOT NULL,
    "employer" TEXT,
    "enterprise_id" INTEGER,
    "workers" INTEGER,
    "women" INTEGER,
    "remark" TEXT,
    FOREIGN KEY ("contract_id") REFERENCES "collective_contract" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "contract_coverage_contract_id" ON "contract_coverage" ("contract_id");
CREATE INDEX "contract_coverage_employer" ON "contract_coverage" ("employer");
CREATE INDEX "contract_coverage_enterprise_id" ON "contract_coverage" ("enterprise_id");

CREATE TABLE "labor_contract_count" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "employer" TEXT,
    "enterprise_id" INTEGER,
    "counted_on" DATE,
    "title" TEXT,
    "labor_contracts" INTEGER,
    "service_contracts" INTEGER NOT NULL,
    "service_agreements" INTEGER NOT NULL,
    "services" INTEGER,
    "signed" INTEGER,
    "unsigned" INTEGER NOT NULL,
    "migrants" INTEGER,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "labor_contract_count_employer" ON "labor_contract_count" ("employer");
CREATE INDEX "labor_contract_count_enterprise_id" ON "labor_contract_count" ("enterprise_id");
CREATE INDEX labor_contract_count_last
    ON labor_contract_count (COALESCE(enterprise_id, employer), counted_on, id);

CREATE TABLE "yearly_task" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "year" INTEGER,
    "bulletins_least" INTEGER NOT NULL,
    "bulletins_most" INTEGER NOT NULL,
    "opinions_least" INTEGER NOT NULL,
    "returns_due" DATE,
    "subscriptions_due" DATE,
    "source" TEXT
);

CREATE TABLE "periodical" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "name" TEXT,
    "kind" TEXT NOT NULL,
    "post_code" TEXT,
    "publisher" TEXT,
    "frequency" TEXT,
    "yearly_price" INTEGER,
    "status" TEXT NOT NULL,
    "latest_year" INTEGER,
    "latest_copies" INTEGER,
    "latest_quota" INTEGER,
    "latest_handed_out" INTEGER,
    "remark" TEXT
);
CREATE INDEX "periodical_name" ON "periodical" ("name");

CREATE TABLE "subscription" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "periodical_id" INTEGER NOT NULL,
    "year" INTEGER,
    "unit" TEXT NOT NULL,
    "copies" INTEGER,
    "mode" TEXT NOT NULL,
    "unit_price" INTEGER,
    "amount" INTEGER,
    "pay_mode" TEXT,
    "ordered_on" DATE NOT NULL,
    "paid_on" DATE,
    "voucher_no" TEXT,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("periodical_id") REFERENCES "periodical" ("id")
);
CREATE INDEX "subscription_periodical_id" ON "subscription" ("periodical_id");

CREATE TABLE "subscription_quota" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "periodical_id" INTEGER NOT NULL,
    "year" INTEGER,
    "copies" INTEGER,
    "told_on" DATE,
    "from_whom" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("periodical_id") REFERENCES "periodical" ("id")
);
CREATE UNIQUE INDEX subscription_quota_once ON subscription_quota (periodical_id, year)
    WHERE deleted_at IS NULL;
CREATE INDEX "subscription_quota_periodical_id" ON "subscription_quota" ("periodical_id");

CREATE TABLE "distribution" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "periodical_id" INTEGER NOT NULL,
    "given_on" DATE NOT NULL,
    "year" INTEGER,
    "unit" TEXT,
    "copies" INTEGER,
    "receiver" TEXT,
    "signed" INTEGER NOT NULL,
    "remark" TEXT,
    FOREIGN KEY ("periodical_id") REFERENCES "periodical" ("id")
);
CREATE INDEX "distribution_periodical_id" ON "distribution" ("periodical_id");

CREATE TABLE "bulletin" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "drafted_on" DATE NOT NULL,
    "bulletin_no" TEXT,
    "title" TEXT,
    "kind" TEXT NOT NULL,
    "body" TEXT,
    "author" TEXT,
    "event_on" DATE,
    "reviewer" TEXT,
    "approved_on" DATE,
    "sent_on" DATE,
    "channels" INTEGER,
    "adoptions" INTEGER,
    "photo_name" TEXT,
    "photo" BLOB,
    "status" TEXT NOT NULL,
    "remark" TEXT
);
CREATE UNIQUE INDEX "bulletin_bulletin_no" ON "bulletin" ("bulletin_no");

CREATE TABLE "bulletin_recipient" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "bulletin_id" INTEGER NOT NULL,
    "channel" TEXT,
    "sent_on" DATE NOT NULL,
    "adopted" INTEGER NOT NULL,
    "adopted_on" DATE,
    "issue_no" TEXT,
    "score" INTEGER,
    "remark" TEXT,
    FOREIGN KEY ("bulletin_id") REFERENCES "bulletin" ("id")
);
CREATE INDEX "bulletin_recipient_bulletin_id" ON "bulletin_recipient" ("bulletin_id");
CREATE UNIQUE INDEX bulletin_recipient_once ON bulletin_recipient (bulletin_id, channel)
    WHERE deleted_at IS NULL;

CREATE TABLE "annual_return" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "year" INTEGER,
    "union_name" TEXT,
    "code" TEXT,
    "union_type" TEXT,
    "ownership" TEXT,
    "workers" INTEGER,
    "women_workers" INTEGER,
    "migrant_workers" INTEGER,
    "dispatched_workers" INTEGER,
    "members" INTEGER,
    "women_members" INTEGER,
    "migrant_members" INTEGER,
    "full_time" INTEGER,
    "part_time" INTEGER,
    "covered_units" INTEGER,
    "delegates" INTEGER,
    "has_women_committee" INTEGER,
    "has_audit_committee" INTEGER,
    "has_congress" INTEGER,
    "has_open_affairs" INTEGER,
    "has_safety_inspection" INTEGER,
    "has_legal_inspection" INTEGER,
    "has_mediation" INTEGER,
    "status" TEXT NOT NULL,
    "reminders" INTEGER NOT NULL,
    "reminded_on" DATE,
    "received_on" DATE,
    "check_result" TEXT,
    "check_note" TEXT,
    "change_note" TEXT,
    "entered_on" DATE,
    "entered_by" TEXT,
    "remark" TEXT
);
CREATE INDEX "annual_return_code" ON "annual_return" ("code");
CREATE UNIQUE INDEX annual_return_once ON annual_return (year, union_name) WHERE deleted_at IS NULL;
CREATE INDEX "annual_return_union_name" ON "annual_return" ("union_name");

CREATE TABLE "intern" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "first_day" DATE NOT NULL,
    "intern_no" TEXT,
    "last_day" DATE,
    "name" TEXT,
    "sex" TEXT,
    "school" TEXT,
    "major" TEXT,
    "education" TEXT NOT NULL,
    "mobile" TEXT,
    "mentor" TEXT,
    "agreement_on" DATE,
    "assessed" INTEGER,
    "own_view" TEXT,
    "mentor_view" TEXT,
    "office_view" TEXT,
    "status" TEXT NOT NULL,
    "status_reason" TEXT,
    "remark" TEXT
);
CREATE UNIQUE INDEX "intern_intern_no" ON "intern" ("intern_no");
CREATE INDEX "intern_name" ON "intern" ("name");

CREATE TABLE "intern_plan" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "intern_id" INTEGER NOT NULL,
    "month" TEXT,
    "areas" TEXT,
    "content" TEXT,
    "goal" TEXT,
    "progress" TEXT NOT NULL,
    "remark" TEXT,
    FOREIGN KEY ("intern_id") REFERENCES "intern" ("id")
);
CREATE INDEX "intern_plan_intern_id" ON "intern_plan" ("intern_id");

CREATE TABLE "intern_assessment" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "intern_id" INTEGER NOT NULL,
    "month" TEXT,
    "days_present" INTEGER,
    "tasks_done" TEXT,
    "score" INTEGER,
    "comment" TEXT,
    "mentor" TEXT,
    "signed" INTEGER NOT NULL,
    FOREIGN KEY ("intern_id") REFERENCES "intern" ("id")
);
CREATE INDEX "intern_assessment_intern_id" ON "intern_assessment" ("intern_id");
CREATE UNIQUE INDEX intern_assessment_once ON intern_assessment (intern_id, month) WHERE deleted_at IS NULL;

CREATE TABLE "club_item" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "acquired_on" DATE NOT NULL,
    "item_no" TEXT,
    "name" TEXT,
    "kind" TEXT,
    "spec" TEXT,
    "pieces" INTEGER NOT NULL,
    "unit_price" INTEGER,
    "worth" INTEGER,
    "source" TEXT NOT NULL,
    "place" TEXT,
    "keeper" TEXT,
    "scrapped" INTEGER NOT NULL,
    "lost" INTEGER,
    "lent" INTEGER,
    "available" INTEGER,
    "status" TEXT NOT NULL,
    "changed_on" DATE,
    "change_reason" TEXT,
    "remark" TEXT
);
CREATE UNIQUE INDEX "club_item_item_no" ON "club_item" ("item_no");
CREATE INDEX "club_item_name" ON "club_item" ("name");

CREATE TABLE "lending" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "item_id" INTEGER NOT NULL,
    "borrower" TEXT,
    "member_id" INTEGER,
    "unit" TEXT,
    "mobile" TEXT,
    "pieces" INTEGER NOT NULL,
    "lent_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "renewals" INTEGER NOT NULL,
    "returned_on" DATE,
    "condition" TEXT,
    "compensation" INTEGER,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("item_id") REFERENCES "club_item" ("id"),
    FOREIGN KEY ("member_id") REFERENCES "member" ("id")
);
CREATE INDEX "lending_item_id" ON "lending" ("item_id");
CREATE INDEX "lending_member_id" ON "lending" ("member_id");

CREATE TABLE "stocktake" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "item_id" INTEGER NOT NULL,
    "counted_on" DATE NOT NULL,
    "expected" INTEGER,
    "counted" INTEGER,
    "counted_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("item_id") REFERENCES "club_item" ("id")
);
CREATE INDEX "stocktake_item_id" ON "stocktake" ("item_id");

CREATE TABLE "job_fair" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "held_on" DATE,
    "fair_no" TEXT,
    "name" TEXT,
    "co_hosts" TEXT,
    "hours" TEXT,
    "place" TEXT,
    "stands" INTEGER,
    "employers_came" INTEGER,
    "openings" INTEGER,
    "seekers" INTEGER,
    "registered_there" INTEGER,
    "agreed" INTEGER,
    "hired" INTEGER,
    "source" TEXT NOT NULL,
    "summary" TEXT,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT
);
CREATE UNIQUE INDEX "job_fair_fair_no" ON "job_fair" ("fair_no");

CREATE TABLE "fair_employer" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "fair_id" INTEGER NOT NULL,
    "registered_on" DATE NOT NULL,
    "entry_no" TEXT,
    "name" TEXT,
    "enterprise_id" INTEGER,
    "contact_name" TEXT,
    "phone" TEXT,
    "papers" TEXT,
    "licence_checked" INTEGER NOT NULL,
    "stand_no" TEXT,
    "came" INTEGER,
    "remark" TEXT,
    FOREIGN KEY ("fair_id") REFERENCES "job_fair" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "fair_employer_enterprise_id" ON "fair_employer" ("enterprise_id");
CREATE UNIQUE INDEX "fair_employer_entry_no" ON "fair_employer" ("entry_no");
CREATE INDEX "fair_employer_fair_id" ON "fair_employer" ("fair_id");
CREATE INDEX "fair_employer_name" ON "fair_employer" ("name");

CREATE TABLE "job_post" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "employer_id" INTEGER NOT NULL,
    "fair_id" INTEGER,
    "title" TEXT,
    "headcount" INTEGER,
    "trade" TEXT,
    "sex_wanted" TEXT NOT NULL,
    "age_wanted" TEXT,
    "education_wanted" TEXT NOT NULL,
    "wage_from" INTEGER,
    "wage_to" INTEGER,
    "workplace" TEXT,
    "form" TEXT NOT NULL,
    "remark" TEXT,
    FOREIGN KEY ("employer_id") REFERENCES "fair_employer" ("id"),
    FOREIGN KEY ("fair_id") REFERENCES "job_fair" ("id")
);
CREATE INDEX "job_post_employer_id" ON "job_post" ("employer_id");
CREATE INDEX "job_post_fair_id" ON "job_post" ("fair_id");

CREATE TABLE "job_intention" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "registered_on" DATE NOT NULL,
    "intention_no" TEXT,
    "window" TEXT,
    "fair_id" INTEGER,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "id_number" TEXT,
    "mobile" TEXT,
    "household_type" TEXT,
    "is_migrant_worker" INTEGER NOT NULL,
    "education" TEXT,
    "skills" TEXT,
    "wanted_post" TEXT,
    "monthly_wage" INTEGER,
    "available_on" DATE,
    "former_employer" TEXT,
    "jobless_since" TEXT,
    "difficulty" TEXT,
    "recommended_to" TEXT,
    "recommended_on" DATE,
    "interviewed_on" DATE,
    "hired_by" TEXT,
    "hired_on" DATE,
    "jobless_reason" TEXT,
    "followed_up_on" DATE,
    "follow_up" TEXT,
    "outcome" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("fair_id") REFERENCES "job_fair" ("id")
);
CREATE INDEX "job_intention_fair_id" ON "job_intention" ("fair_id");
CREATE UNIQUE INDEX "job_intention_intention_no" ON "job_intention" ("intention_no");

CREATE TABLE "job_notice" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "posted_on" DATE NOT NULL,
    "notice_no" TEXT,
    "name" TEXT,
    "compound" TEXT,
    "copies" INTEGER,
    "posted_by" TEXT,
    "taken_down_on" DATE,
    "remark" TEXT
);
CREATE UNIQUE INDEX "job_notice_notice_no" ON "job_notice" ("notice_no");

CREATE TABLE "screen_broadcast" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "first_on" DATE NOT NULL,
    "last_on" DATE,
    "content" TEXT,
    "place" TEXT,
    "handled_by" TEXT,
    "remark" TEXT
);

CREATE TABLE "mutual_product" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "name" TEXT,
    "year" INTEGER,
    "title" TEXT,
    "kind" TEXT,
    "audience" TEXT,
    "premium" INTEGER,
    "cover_from" DATE,
    "cover_to" DATE,
    "product_no" TEXT,
    "waiting_days" INTEGER NOT NULL,
    "claim_months" INTEGER NOT NULL,
    "yearly_cap" INTEGER,
    "benefit" TEXT,
    "remark" TEXT
);
CREATE UNIQUE INDEX "mutual_product_product_no" ON "mutual_product" ("product_no");
CREATE INDEX "mutual_product_title" ON "mutual_product" ("title");

CREATE TABLE "mutual_group" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "registered_on" DATE NOT NULL,
    "group_no" TEXT,
    "product_id" INTEGER NOT NULL,
    "year" INTEGER,
    "unit_name" TEXT,
    "enterprise_id" INTEGER,
    "unit_kind" TEXT,
    "active_count" INTEGER NOT NULL,
    "retired_count" INTEGER NOT NULL,
    "premium_due" INTEGER,
    "fee_received" INTEGER,
    "received_on" DATE,
    "papers" TEXT,
    "contact_name" TEXT,
    "mobile" TEXT,
    "completed_on" DATE,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("product_id") REFERENCES "mutual_product" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "mutual_group_enterprise_id" ON "mutual_group" ("enterprise_id");
CREATE UNIQUE INDEX "mutual_group_group_no" ON "mutual_group" ("group_no");
CREATE INDEX "mutual_group_product_id" ON "mutual_group" ("product_id");
CREATE INDEX "mutual_group_unit_name" ON "mutual_group" ("unit_name");

CREATE TABLE "mutual_enrolment" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "registered_on" DATE NOT NULL,
    "enrolment_no" TEXT,
    "product_id" INTEGER NOT NULL,
    "year" INTEGER,
    "mode" TEXT NOT NULL,
    "group_id" INTEGER,
    "renewal" TEXT NOT NULL,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "id_number" TEXT,
    "age_at_start" INTEGER,
    "work_state" TEXT NOT NULL,
    "employer" TEXT,
    "enterprise_id" INTEGER,
    "mobile" TEXT,
    "premium" INTEGER,
    "paid_on" DATE,
    "cover_from" DATE,
    "cover_to" DATE,
    "bank_card" TEXT,
    "withdrawn_on" DATE,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("product_id") REFERENCES "mutual_product" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "mutual_group" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE UNIQUE INDEX "mutual_enrolment_enrolment_no" ON "mutual_enrolment" ("enrolment_no");
CREATE INDEX "mutual_enrolment_enterprise_id" ON "mutual_enrolment" ("enterprise_id");
CREATE INDEX "mutual_enrolment_group_id" ON "mutual_enrolment" ("group_id");
CREATE INDEX "mutual_enrolment_name" ON "mutual_enrolment" ("name");
CREATE UNIQUE INDEX mutual_enrolment_once ON mutual_enrolment (id_number, product_id)
    WHERE deleted_at IS NULL AND status <> '退保';
CREATE INDEX "mutual_enrolment_product_id" ON "mutual_enrolment" ("product_id");

CREATE TABLE "mutual_claim" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "applied_on" DATE NOT NULL,
    "claim_no" TEXT,
    "enrolment_id" INTEGER NOT NULL,
    "name" TEXT,
    "id_number" TEXT,
    "product_id" INTEGER,
    "kind" TEXT NOT NULL,
    "admitted_on" DATE,
    "discharged_on" DATE,
    "hospital" TEXT,
    "diagnosis" TEXT,
    "total_cost" INTEGER,
    "insurance_paid" INTEGER,
    "own_share" INTEGER,
    "claimed" INTEGER,
    "assessed" INTEGER,
    "granted" INTEGER,
    "granted_on" DATE,
    "bank_card" TEXT,
    "bank_name" TEXT,
    "bank_holder" TEXT,
    "papers" TEXT,
    "lacking" TEXT,
    "refused_reason" TEXT,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("enrolment_id") REFERENCES "mutual_enrolment" ("id"),
    FOREIGN KEY ("product_id") REFERENCES "mutual_product" ("id")
);
CREATE UNIQUE INDEX "mutual_claim_claim_no" ON "mutual_claim" ("claim_no");
CREATE INDEX "mutual_claim_enrolment_id" ON "mutual_claim" ("enrolment_id");
CREATE INDEX "mutual_claim_name" ON "mutual_claim" ("name");
CREATE INDEX "mutual_claim_product_id" ON "mutual_claim" ("product_id");

CREATE TABLE "mutual_consultation" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "asked_on" DATE NOT NULL,
    "way" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "topic" TEXT,
    "handled_by" TEXT,
    "remark" TEXT
);

CREATE TABLE "donation_drive" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "held_on" DATE,
    "drive_no" TEXT,
    "theme" TEXT,
    "organiser" TEXT,
    "place" TEXT,
    "purpose" TEXT,
    "donors" INTEGER,
    "received" INTEGER,
    "used" INTEGER,
    "balance" INTEGER,
    "closed_on" DATE,
    "booked" INTEGER,
    "account" TEXT,
    "published_on" DATE,
    "reported_on" DATE,
    "audited_on" DATE,
    "balance_plan" TEXT,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "registered_on" DATE NOT NULL,
    "remark" TEXT
);
CREATE UNIQUE INDEX "donation_drive_drive_no" ON "donation_drive" ("drive_no");

CREATE TABLE "donation" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "drive_id" INTEGER NOT NULL,
    "donated_on" DATE NOT NULL,
    "donor_kind" TEXT NOT NULL,
    "donor" TEXT,
    "employer" TEXT,
    "anonymous" INTEGER NOT NULL,
    "amount" INTEGER,
    "goods" TEXT,
    "goods_count" INTEGER,
    "mode" TEXT NOT NULL,
    "receipt_no" TEXT,
    "mobile" TEXT,
    "signed" INTEGER NOT NULL,
    "remark" TEXT,
    FOREIGN KEY ("drive_id") REFERENCES "donation_drive" ("id")
);
CREATE INDEX "donation_drive_id" ON "donation" ("drive_id");

CREATE TABLE "donation_use" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "drive_id" INTEGER NOT NULL,
    "used_on" DATE,
    "payment_id" INTEGER,
    "recipient" TEXT,
    "amount" INTEGER,
    "used_for" TEXT,
    "fits_purpose" INTEGER,
    "signed" INTEGER NOT NULL,
    "approved_by" TEXT,
    "voucher_no" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("drive_id") REFERENCES "donation_drive" ("id"),
    FOREIGN KEY ("payment_id") REFERENCES "aid_payment" ("id")
);
CREATE INDEX "donation_use_drive_id" ON "donation_use" ("drive_id");
CREATE INDEX "donation_use_payment_id" ON "donation_use" ("payment_id");

CREATE TABLE "activity_series" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "name" TEXT,
    "first_year" INTEGER,
    "remark" TEXT
);
CREATE UNIQUE INDEX "activity_series_name" ON "activity_series" ("name");

CREATE TABLE "activity" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "starts_on" DATE,
    "ends_on" DATE,
    "activity_no" TEXT,
    "name" TEXT,
    "series_id" INTEGER,
    "edition" INTEGER,
    "kind" TEXT,
    "our_role" TEXT NOT NULL,
    "organiser" TEXT,
    "co_organiser" TEXT,
    "place" TEXT,
    "theme" TEXT,
    "audience" TEXT,
    "aims" TEXT,
    "rules" TEXT,
    "enter_by" DATE,
    "planned_count" INTEGER,
    "stated_count" INTEGER,
    "stated_awards" INTEGER,
    "stated_source" TEXT,
    "attended" INTEGER,
    "awarded" INTEGER,
    "budget_total" INTEGER,
    "actual_cost" INTEGER,
    "fund_source" TEXT,
    "plan_name" TEXT,
    "plan" BLOB,
    "summary" TEXT,
    "status" TEXT NOT NULL,
    "cancel_reason" TEXT,
    "handled_by" TEXT,
    "registered_on" DATE NOT NULL,
    "remark" TEXT,
    FOREIGN KEY ("series_id") REFERENCES "activity_series" ("id")
);
CREATE UNIQUE INDEX "activity_activity_no" ON "activity" ("activity_no");
CREATE INDEX "activity_series_id" ON "activity" ("series_id");

CREATE TABLE "activity_project" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "activity_id" INTEGER NOT NULL,
    "name" TEXT,
    "mode" TEXT NOT NULL,
    "group_name" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("activity_id") REFERENCES "activity" ("id")
);
CREATE INDEX "activity_project_activity_id" ON "activity_project" ("activity_id");

CREATE TABLE "activity_team" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "activity_id" INTEGER NOT NULL,
    "name" TEXT,
    "enterprise_id" INTEGER,
    "unit_name" TEXT,
    "leader" TEXT,
    "headcount" INTEGER,
    "remark" TEXT,
    FOREIGN KEY ("activity_id") REFERENCES "activity" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "activity_team_activity_id" ON "activity_team" ("activity_id");
CREATE INDEX "activity_team_enterprise_id" ON "activity_team" ("enterprise_id");

CREATE TABLE "activity_participant" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "activity_id" INTEGER NOT NULL,
    "member_id" INTEGER,
    "name" TEXT,
    "employer" TEXT,
    "mobile" TEXT,
    "project" TEXT,
    "team" TEXT,
    "number" TEXT,
    "entered_on" DATE,
    "walk_in" INTEGER NOT NULL,
    "signed_in" INTEGER NOT NULL,
    "signed_at" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("activity_id") REFERENCES "activity" ("id"),
    FOREIGN KEY ("member_id") REFERENCES "member" ("id")
);
CREATE INDEX "activity_participant_activity_id" ON "activity_participant" ("activity_id");
CREATE INDEX "activity_participant_member_id" ON "activity_participant" ("member_id");
CREATE INDEX "activity_participant_name" ON "activity_participant" ("name");

CREATE TABLE "activity_award" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "activity_id" INTEGER NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "winner" TEXT,
    "employer" TEXT,
    "project" TEXT,
    "group_name" TEXT,
    "rank" TEXT,
    "rank_text" TEXT,
    "top_three" INTEGER,
    "certificate" INTEGER NOT NULL,
    "prize" TEXT,
    "prize_count" INTEGER,
    "amount" INTEGER,
    "granted_by" TEXT,
    "awarded_on" DATE,
    "remark" TEXT,
    FOREIGN KEY ("activity_id") REFERENCES "activity" ("id")
);
CREATE INDEX "activity_award_activity_id" ON "activity_award" ("activity_id");

CREATE TABLE "activity_budget_line" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "activity_id" INTEGER NOT NULL,
    "item" TEXT,
    "purpose" TEXT,
    "quantity" INTEGER NOT NULL,
    "unit_price" INTEGER,
    "planned" INTEGER,
    "actual" INTEGER,
    "voucher_no" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("activity_id") REFERENCES "activity" ("id")
);
CREATE INDEX "activity_budget_line_activity_id" ON "activity_budget_line" ("activity_id");

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
);

CREATE TABLE "year_closing" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "year" INTEGER,
    "closed_on" DATE NOT NULL,
    "closed_by" TEXT,
    "reason" TEXT
);
CREATE UNIQUE INDEX year_closing_once ON year_closing (year) WHERE deleted_at IS NULL;

CREATE TABLE "closed_figure" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "closing_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "first" DATE NOT NULL,
    "last" DATE NOT NULL,
    "number" INTEGER,
    "words" TEXT NOT NULL,
    "records" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "held" BLOB NOT NULL,
    "names" TEXT,
    FOREIGN KEY ("closing_id") REFERENCES "year_closing" ("id")
);
CREATE INDEX "closed_figure_closing_id" ON "closed_figure" ("closing_id");
CREATE INDEX closed_figure_period ON closed_figure (first, last);

CREATE TABLE "summary_text" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "year" INTEGER,
    "report" TEXT,
    "body" TEXT
);
CREATE UNIQUE INDEX summary_text_once ON summary_text (year, report) WHERE deleted_at IS NULL;

CREATE TABLE "figure_override" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "key" TEXT,
    "first" DATE,
    "last" DATE,
    "words" TEXT,
    "reason" TEXT,
    "changed_by" TEXT,
    "changed_on" DATE NOT NULL
);
CREATE UNIQUE INDEX figure_override_once ON figure_override (key, first, last) WHERE deleted_at IS NULL;

CREATE TABLE "column_memory" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "register" TEXT,
    "headings" TEXT,
    "columns" TEXT
);
CREATE UNIQUE INDEX "column_memory_register_headings" ON "column_memory" ("register", "headings");

CREATE TABLE "import_done" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "done_at" DATETIME NOT NULL,
    "register" TEXT,
    "book" TEXT,
    "new" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "first_change" INTEGER NOT NULL,
    "last_change" INTEGER NOT NULL,
    "undone_at" DATETIME
);

CREATE TABLE "mediation_body" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "name" TEXT,
    "form" TEXT,
    "kind" TEXT,
    "case_word" TEXT NOT NULL,
    "founded_on" DATE,
    "ended_on" DATE,
    "address" TEXT,
    "phone" TEXT,
    "remark" TEXT
);

CREATE TABLE "mediator" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "name" TEXT,
    "body_id" INTEGER,
    "engagement" TEXT NOT NULL,
    "post" TEXT,
    "mobile" TEXT,
    "appointed_on" DATE NOT NULL,
    "left_on" DATE,
    "remark" TEXT,
    FOREIGN KEY ("body_id") REFERENCES "mediation_body" ("id")
);
CREATE INDEX "mediator_body_id" ON "mediator" ("body_id");

CREATE TABLE "dispute_case" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "applied_on" DATE NOT NULL,
    "serial_no" TEXT,
    "case_no" TEXT,
    "applicants" TEXT,
    "respondents" TEXT,
    "apply_mode" TEXT NOT NULL,
    "referred_by" TEXT,
    "source" TEXT NOT NULL,
    "body_id" INTEGER,
    "mediator_id" INTEGER,
    "second_mediator_id" INTEGER,
    "accepted_on" DATE,
    "refuse_reason" TEXT,
    "people_count" INTEGER NOT NULL,
    "migrant_count" INTEGER,
    "is_collective" INTEGER,
    "representatives" TEXT,
    "category" TEXT,
    "subcategory" TEXT,
    "claim_amount" INTEGER,
    "claims" TEXT,
    "facts" TEXT,
    "known_on" DATE,
    "due_on" DATE,
    "outcome" TEXT,
    "closed_on" DATE,
    "outcome_note" TEXT,
    "archived_on" DATE,
    "status" TEXT NOT NULL,
    "handled_by" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("body_id") REFERENCES "mediation_body" ("id"),
    FOREIGN KEY ("mediator_id") REFERENCES "mediator" ("id"),
    FOREIGN KEY ("second_mediator_id") REFERENCES "mediator" ("id")
);
CREATE INDEX "dispute_case_body_id" ON "dispute_case" ("body_id");
CREATE INDEX "dispute_case_mediator_id" ON "dispute_case" ("mediator_id");
CREATE UNIQUE INDEX dispute_case_no_once ON dispute_case (case_no)
    WHERE deleted_at IS NULL AND case_no IS NOT NULL;
CREATE INDEX "dispute_case_second_mediator_id" ON "dispute_case" ("second_mediator_id");
CREATE UNIQUE INDEX "dispute_case_serial_no" ON "dispute_case" ("serial_no");

CREATE TABLE "dispute_party" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "case_id" INTEGER NOT NULL,
    "role" TEXT,
    "kind" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "birth_date" DATE,
    "ethnicity" TEXT,
    "id_number" TEXT,
    "post" TEXT,
    "employer" TEXT,
    "phone" TEXT,
    "enterprise_id" INTEGER,
    "legal_rep" TEXT,
    "agent" TEXT,
    "agent_phone" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "dispute_case" ("id"),
    FOREIGN KEY ("enterprise_id") REFERENCES "enterprise" ("id")
);
CREATE INDEX "dispute_party_case_id" ON "dispute_party" ("case_id");
CREATE INDEX "dispute_party_enterprise_id" ON "dispute_party" ("enterprise_id");

CREATE TABLE "dispute_step" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "case_id" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT,
    "present" TEXT,
    "record" TEXT,
    "recorded_by" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "dispute_case" ("id")
);
CREATE INDEX "dispute_step_case_id" ON "dispute_step" ("case_id");

CREATE TABLE "dispute_extension" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "case_id" INTEGER NOT NULL,
    "agreed_on" DATE NOT NULL,
    "days" INTEGER,
    "both_agree" INTEGER NOT NULL,
    "reason" TEXT,
    "remark" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "dispute_case" ("id")
);
CREATE INDEX "dispute_extension_case_id" ON "dispute_extension" ("case_id");

CREATE TABLE "dispute_agreement" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "case_id" INTEGER NOT NULL,
    "signed_on" DATE NOT NULL,
    "agreement_no" TEXT,
    "terms" TEXT,
    "amount" INTEGER,
    "perform_by" DATE,
    "both_signed" INTEGER NOT NULL,
    "body_signed" INTEGER NOT NULL,
    "performance" TEXT NOT NULL,
    "performed_on" DATE,
    "performed_amount" INTEGER,
    "confirmation" TEXT,
    "confirmed_on" DATE,
    "remark" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "dispute_case" ("id")
);
CREATE UNIQUE INDEX "dispute_agreement_agreement_no" ON "dispute_agreement" ("agreement_no");
CREATE INDEX "dispute_agreement_case_id" ON "dispute_agreement" ("case_id");

CREATE TABLE "dispute_follow_up" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "case_id" INTEGER NOT NULL,
    "visited_on" DATE NOT NULL,
    "mode" TEXT NOT NULL,
    "party" TEXT,
    "satisfaction" TEXT,
    "findings" TEXT,
    "opinion" TEXT,
    "visited_by" TEXT,
    FOREIGN KEY ("case_id") REFERENCES "dispute_case" ("id")
);
CREATE INDEX "dispute_follow_up_case_id" ON "dispute_follow_up" ("case_id");

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
);
CREATE UNIQUE INDEX "meeting_meeting_no" ON "meeting" ("meeting_no");

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
);
CREATE INDEX "meeting_attendee_meeting_id" ON "meeting_attendee" ("meeting_id");
CREATE INDEX "meeting_attendee_member_id" ON "meeting_attendee" ("member_id");
CREATE INDEX "meeting_attendee_name" ON "meeting_attendee" ("name");

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
);
CREATE UNIQUE INDEX "regulation_rule_no" ON "regulation" ("rule_no");
CREATE INDEX "regulation_title" ON "regulation" ("title");

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
);
CREATE UNIQUE INDEX "archive_item_archive_no" ON "archive_item" ("archive_no");
CREATE INDEX "archive_item_hardship_file_id" ON "archive_item" ("hardship_file_id");

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
);
CREATE UNIQUE INDEX "seal_use_use_no" ON "seal_use" ("use_no");

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
);
CREATE UNIQUE INDEX "visit_visit_no" ON "visit" ("visit_no");

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
);
CREATE INDEX "company_visit_enterprise_id" ON "company_visit" ("enterprise_id");
CREATE UNIQUE INDEX "company_visit_visit_no" ON "company_visit" ("visit_no");

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
);
CREATE INDEX "cash_entry_booked_on" ON "cash_entry" ("booked_on");

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
);

CREATE TABLE "counter" (
    "prefix" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

CREATE TABLE "history" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "action" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "changes" TEXT NOT NULL
);
CREATE INDEX "history_table_name_row_id" ON "history" ("table_name", "row_id");
