"""Persons and what is decided about them: documents that differ, majorities."""

_TABLES = ("member", "hardship_file", "hardship_family", "mutual_enrolment", "dispute_party", "job_intention")


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table in _TABLES:
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "id_differs_reason" TEXT')
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "strict_majority" INTEGER')
