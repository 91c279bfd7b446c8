"""A list of what was sent seldom says when it was written: the day may be open."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "bulletin" ALTER COLUMN "drafted_on" DROP NOT NULL')
