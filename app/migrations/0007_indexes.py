"""What figures ask of many records is found faster; a closed figure keeps the names it listed."""

from peewee import TextField

STATEMENTS = (
    """
    CREATE INDEX membership_event_last ON membership_event (member_id, happened_on, id)
    """,
    """
    CREATE INDEX labor_contract_count_last ON labor_contract_count (COALESCE(enterprise_id, employer), counted_on, id)
    """,
    """
    CREATE INDEX closed_figure_period ON closed_figure (first, last)
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Create every index, and the column."""
    migrator.migrate(migrator.add_column("closed_figure", "names", TextField(null=True)))
    for statement in STATEMENTS:
        db.execute_sql(statement)
