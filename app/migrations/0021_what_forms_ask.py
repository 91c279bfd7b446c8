"""What forms ask for beside what there was: postal codes, wages, an address, how a case file is kept."""

_COLUMNS = (
    ("profile", "postcode", "TEXT"),
    ("enterprise", "postcode", "TEXT"),
    ("hardship_file", "postcode", "TEXT"),
    ("collective_contract", "wage_total", "INTEGER"),
    ("collective_contract", "average_wage", "INTEGER"),
    ("collective_contract", "last_average_wage", "INTEGER"),
    ("dispute_case", "filed_by", "TEXT"),
    ("dispute_case", "retention", "TEXT"),
    ("dispute_case", "pages", "INTEGER"),
    ("mutual_claim", "address", "TEXT"),
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table, column, kind in _COLUMNS:
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{column}" {kind}')
