"""An old record whose day nobody knows any more is still a record: these days may be open."""

_LEFT_OPEN = {
    "archive_item": "archived_on",
    "dispute_case": "applied_on",
    "dues_payment": "paid_on",
    "honour": "granted_on",
    "mediator": "appointed_on",
    "regulation": "issued_on",
    "venue": "opened_on",
}


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table, column in _LEFT_OPEN.items():
        db.execute_sql(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" DROP NOT NULL')
