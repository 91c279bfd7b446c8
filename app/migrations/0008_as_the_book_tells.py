"""What a book tells without the day or the rows behind it: a month of joining, how many gave a total."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "member" ADD COLUMN "joined" TEXT')
    db.execute_sql('ALTER TABLE "donation" ADD COLUMN "people" INTEGER')
