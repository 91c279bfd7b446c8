"""Former names of unions, the day a unit closed, and for how long a head count stands."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "grassroots_union" ADD COLUMN "former_names" TEXT')
    db.execute_sql('ALTER TABLE "enterprise" ADD COLUMN "closed_on" DATE')
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "count_years" INTEGER NOT NULL DEFAULT 2')
