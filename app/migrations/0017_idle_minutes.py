"""After how many minutes without a keystroke an office with a password locks itself."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "lock_minutes" INTEGER')
