"""Why a document differs from what is known of its holder."""

_TABLES = ("member", "hardship_file", "hardship_family", "mutual_enrolment", "dispute_party", "job_intention")


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table in _TABLES:
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "id_differs_reason" TEXT')
