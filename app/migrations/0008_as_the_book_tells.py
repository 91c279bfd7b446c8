"""What a book tells without the rows or the day behind it: a month of joining, the totals of a drive."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "member" ADD COLUMN "joined" TEXT')
    db.execute_sql('ALTER TABLE "donation_drive" ADD COLUMN "stated_donors" INTEGER')
    db.execute_sql('ALTER TABLE "donation_drive" ADD COLUMN "stated_received" INTEGER')
