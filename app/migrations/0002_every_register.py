"""Every register of the office: unions, disputes, activities, contracts, jobs, insurance, publications."""

STATEMENTS = (
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
        FOREIGN KEY ("renewed_from_id") REFERENCES "collective_contract" ("id")
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
        "papers" TEXT,
        "lacking" TEXT,
        "refused_reason" TEXT,
        "status" TEXT NOT NULL,
        "handled_by" TEXT,
        "remark" TEXT,
        FOREIGN KEY ("enrolment_id") REFERENCES "mutual_enrolment" ("id"),
        FOREIGN KEY ("product_id") REFERENCES "mutual_product" ("id")
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
    CREATE TABLE "renewal_lead" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "kind" TEXT,
        "days" INTEGER
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
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
    )
    """,
    """
    CREATE UNIQUE INDEX "activity_series_name" ON "activity_series" ("name")
    """,
    """
    CREATE UNIQUE INDEX "activity_activity_no" ON "activity" ("activity_no")
    """,
    """
    CREATE INDEX "activity_series_id" ON "activity" ("series_id")
    """,
    """
    CREATE INDEX "activity_award_activity_id" ON "activity_award" ("activity_id")
    """,
    """
    CREATE INDEX "activity_budget_line_activity_id" ON "activity_budget_line" ("activity_id")
    """,
    """
    CREATE INDEX "activity_participant_activity_id" ON "activity_participant" ("activity_id")
    """,
    """
    CREATE INDEX "activity_participant_member_id" ON "activity_participant" ("member_id")
    """,
    """
    CREATE INDEX "activity_participant_name" ON "activity_participant" ("name")
    """,
    """
    CREATE INDEX "activity_project_activity_id" ON "activity_project" ("activity_id")
    """,
    """
    CREATE INDEX "activity_team_activity_id" ON "activity_team" ("activity_id")
    """,
    """
    CREATE INDEX "activity_team_enterprise_id" ON "activity_team" ("enterprise_id")
    """,
    """
    CREATE INDEX "annual_return_union_name" ON "annual_return" ("union_name")
    """,
    """
    CREATE INDEX "annual_return_code" ON "annual_return" ("code")
    """,
    """
    CREATE UNIQUE INDEX annual_return_once ON annual_return (year, union_name) WHERE deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX "bulletin_bulletin_no" ON "bulletin" ("bulletin_no")
    """,
    """
    CREATE INDEX "bulletin_recipient_bulletin_id" ON "bulletin_recipient" ("bulletin_id")
    """,
    """
    CREATE UNIQUE INDEX bulletin_recipient_once ON bulletin_recipient (bulletin_id, channel) WHERE deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX "club_item_item_no" ON "club_item" ("item_no")
    """,
    """
    CREATE INDEX "club_item_name" ON "club_item" ("name")
    """,
    """
    CREATE UNIQUE INDEX "collective_contract_contract_no" ON "collective_contract" ("contract_no")
    """,
    """
    CREATE INDEX "collective_contract_employer" ON "collective_contract" ("employer")
    """,
    """
    CREATE INDEX "collective_contract_enterprise_id" ON "collective_contract" ("enterprise_id")
    """,
    """
    CREATE INDEX "collective_contract_renewed_from_id" ON "collective_contract" ("renewed_from_id")
    """,
    """
    CREATE UNIQUE INDEX "grassroots_union_union_no" ON "grassroots_union" ("union_no")
    """,
    """
    CREATE INDEX "grassroots_union_name" ON "grassroots_union" ("name")
    """,
    """
    CREATE INDEX "grassroots_union_enterprise_id" ON "grassroots_union" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX grassroots_union_own_once ON grassroots_union (is_own) WHERE deleted_at IS NULL AND is_own
    """,
    """
    CREATE INDEX "committee_member_union_id" ON "committee_member" ("union_id")
    """,
    """
    CREATE INDEX "contract_coverage_contract_id" ON "contract_coverage" ("contract_id")
    """,
    """
    CREATE INDEX "contract_coverage_employer" ON "contract_coverage" ("employer")
    """,
    """
    CREATE INDEX "contract_coverage_enterprise_id" ON "contract_coverage" ("enterprise_id")
    """,
    """
    CREATE INDEX "covered_unit_union_id" ON "covered_unit" ("union_id")
    """,
    """
    CREATE INDEX "covered_unit_enterprise_id" ON "covered_unit" ("enterprise_id")
    """,
    """
    CREATE INDEX "mediator_body_id" ON "mediator" ("body_id")
    """,
    """
    CREATE UNIQUE INDEX "dispute_case_serial_no" ON "dispute_case" ("serial_no")
    """,
    """
    CREATE INDEX "dispute_case_body_id" ON "dispute_case" ("body_id")
    """,
    """
    CREATE INDEX "dispute_case_mediator_id" ON "dispute_case" ("mediator_id")
    """,
    """
    CREATE INDEX "dispute_case_second_mediator_id" ON "dispute_case" ("second_mediator_id")
    """,
    """
    CREATE UNIQUE INDEX dispute_case_no_once ON dispute_case (case_no) WHERE deleted_at IS NULL AND case_no IS NOT NULL
    """,
    """
    CREATE INDEX "dispute_agreement_case_id" ON "dispute_agreement" ("case_id")
    """,
    """
    CREATE UNIQUE INDEX "dispute_agreement_agreement_no" ON "dispute_agreement" ("agreement_no")
    """,
    """
    CREATE INDEX "dispute_extension_case_id" ON "dispute_extension" ("case_id")
    """,
    """
    CREATE INDEX "dispute_follow_up_case_id" ON "dispute_follow_up" ("case_id")
    """,
    """
    CREATE INDEX "dispute_party_case_id" ON "dispute_party" ("case_id")
    """,
    """
    CREATE INDEX "dispute_party_enterprise_id" ON "dispute_party" ("enterprise_id")
    """,
    """
    CREATE INDEX "dispute_step_case_id" ON "dispute_step" ("case_id")
    """,
    """
    CREATE INDEX "periodical_name" ON "periodical" ("name")
    """,
    """
    CREATE INDEX "distribution_periodical_id" ON "distribution" ("periodical_id")
    """,
    """
    CREATE UNIQUE INDEX "donation_drive_drive_no" ON "donation_drive" ("drive_no")
    """,
    """
    CREATE INDEX "donation_drive_id" ON "donation" ("drive_id")
    """,
    """
    CREATE INDEX "donation_use_drive_id" ON "donation_use" ("drive_id")
    """,
    """
    CREATE INDEX "donation_use_payment_id" ON "donation_use" ("payment_id")
    """,
    """
    CREATE UNIQUE INDEX "job_fair_fair_no" ON "job_fair" ("fair_no")
    """,
    """
    CREATE INDEX "fair_employer_fair_id" ON "fair_employer" ("fair_id")
    """,
    """
    CREATE UNIQUE INDEX "fair_employer_entry_no" ON "fair_employer" ("entry_no")
    """,
    """
    CREATE INDEX "fair_employer_name" ON "fair_employer" ("name")
    """,
    """
    CREATE INDEX "fair_employer_enterprise_id" ON "fair_employer" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX "intern_intern_no" ON "intern" ("intern_no")
    """,
    """
    CREATE INDEX "intern_name" ON "intern" ("name")
    """,
    """
    CREATE INDEX "intern_assessment_intern_id" ON "intern_assessment" ("intern_id")
    """,
    """
    CREATE UNIQUE INDEX intern_assessment_once ON intern_assessment (intern_id, month) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX "intern_plan_intern_id" ON "intern_plan" ("intern_id")
    """,
    """
    CREATE UNIQUE INDEX "job_intention_intention_no" ON "job_intention" ("intention_no")
    """,
    """
    CREATE INDEX "job_intention_fair_id" ON "job_intention" ("fair_id")
    """,
    """
    CREATE UNIQUE INDEX "job_notice_notice_no" ON "job_notice" ("notice_no")
    """,
    """
    CREATE INDEX "job_post_employer_id" ON "job_post" ("employer_id")
    """,
    """
    CREATE INDEX "job_post_fair_id" ON "job_post" ("fair_id")
    """,
    """
    CREATE INDEX "labor_contract_count_employer" ON "labor_contract_count" ("employer")
    """,
    """
    CREATE INDEX "labor_contract_count_enterprise_id" ON "labor_contract_count" ("enterprise_id")
    """,
    """
    CREATE INDEX "lending_item_id" ON "lending" ("item_id")
    """,
    """
    CREATE INDEX "lending_member_id" ON "lending" ("member_id")
    """,
    """
    CREATE INDEX "mutual_product_title" ON "mutual_product" ("title")
    """,
    """
    CREATE UNIQUE INDEX "mutual_product_product_no" ON "mutual_product" ("product_no")
    """,
    """
    CREATE UNIQUE INDEX "mutual_group_group_no" ON "mutual_group" ("group_no")
    """,
    """
    CREATE INDEX "mutual_group_product_id" ON "mutual_group" ("product_id")
    """,
    """
    CREATE INDEX "mutual_group_unit_name" ON "mutual_group" ("unit_name")
    """,
    """
    CREATE INDEX "mutual_group_enterprise_id" ON "mutual_group" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX "mutual_enrolment_enrolment_no" ON "mutual_enrolment" ("enrolment_no")
    """,
    """
    CREATE INDEX "mutual_enrolment_product_id" ON "mutual_enrolment" ("product_id")
    """,
    """
    CREATE INDEX "mutual_enrolment_group_id" ON "mutual_enrolment" ("group_id")
    """,
    """
    CREATE INDEX "mutual_enrolment_name" ON "mutual_enrolment" ("name")
    """,
    """
    CREATE INDEX "mutual_enrolment_enterprise_id" ON "mutual_enrolment" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX mutual_enrolment_once ON mutual_enrolment (id_number, product_id) WHERE deleted_at IS NULL AND status <> '退保'
    """,
    """
    CREATE UNIQUE INDEX "mutual_claim_claim_no" ON "mutual_claim" ("claim_no")
    """,
    """
    CREATE INDEX "mutual_claim_enrolment_id" ON "mutual_claim" ("enrolment_id")
    """,
    """
    CREATE INDEX "mutual_claim_name" ON "mutual_claim" ("name")
    """,
    """
    CREATE INDEX "mutual_claim_product_id" ON "mutual_claim" ("product_id")
    """,
    """
    CREATE INDEX "open_affairs_enterprise_id" ON "open_affairs" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX open_affairs_once ON open_affairs (enterprise_id, year) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX "stocktake_item_id" ON "stocktake" ("item_id")
    """,
    """
    CREATE INDEX "subscription_periodical_id" ON "subscription" ("periodical_id")
    """,
    """
    CREATE INDEX "subscription_quota_periodical_id" ON "subscription_quota" ("periodical_id")
    """,
    """
    CREATE UNIQUE INDEX subscription_quota_once ON subscription_quota (periodical_id, year) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX "survey_name" ON "survey" ("name")
    """,
    """
    CREATE INDEX "survey_item_survey_id" ON "survey_item" ("survey_id")
    """,
    """
    CREATE INDEX "survey_item_enterprise_id" ON "survey_item" ("enterprise_id")
    """,
    """
    CREATE UNIQUE INDEX survey_item_once ON survey_item (survey_id, enterprise_id) WHERE deleted_at IS NULL AND enterprise_id IS NOT NULL
    """,
    """
    CREATE INDEX "union_election_union_id" ON "union_election" ("union_id")
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Create every table and index."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
