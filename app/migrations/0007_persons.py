"""Documents that differ, majorities, the day of arbitration, households by their people."""

_TABLES = ("member", "hardship_file", "hardship_family", "mutual_enrolment", "dispute_party", "job_intention")


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table in _TABLES:
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "id_differs_reason" TEXT')
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "strict_majority" INTEGER')
    db.execute_sql('ALTER TABLE "dispute_case" ADD COLUMN "arbitration_open_on" DATE')
    db.execute_sql("""UPDATE "dispute_case" SET "arbitration_open_on" = date("applied_on", '+15 days')""")
    for table in ("hardship_file", "hardship_family"):
        db.execute_sql(f'CREATE INDEX "{table}_id_number" ON "{table}" ("id_number")')
    db.execute_sql('CREATE INDEX "job_intention_name" ON "job_intention" ("name")')
    db.execute_sql('DROP INDEX "aid_payment_once"')
    db.execute_sql("""
        CREATE UNIQUE INDEX aid_payment_once ON aid_payment
        (id_number, aid_kind, occasion, year, COALESCE(student_name, ''))
        WHERE deleted_at IS NULL AND override_reason IS NULL AND status IN ('拟定', '已审批', '已发放')
    """)
