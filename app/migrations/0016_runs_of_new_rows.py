"""Many new rows as one entry of the history, which no longer repeats what stands in them."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "history" ADD COLUMN "last_row_id" INTEGER')
    db.execute_sql(
        "CREATE INDEX history_run ON history (table_name, last_row_id) WHERE last_row_id IS NOT NULL"
    )
