"""Members in new forms of work: which group they are of, and the platform they work through."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table in ("member", "member_earlier"):
        for column in ("new_work", "platform"):
            db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{column}" TEXT')
