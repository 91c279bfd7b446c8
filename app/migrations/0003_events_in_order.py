"""Events of a membership have their place among those of one day, and agree with what the member says."""

from pathlib import Path


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Run the statements; none has a semicolon within."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";"):
        db.execute_sql(statement)
