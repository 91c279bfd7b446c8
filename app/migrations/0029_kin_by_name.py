"""Kin found by their name: who was aided without a number may have one in a household."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('CREATE INDEX "hardship_family_name" ON "hardship_family" ("name")')
