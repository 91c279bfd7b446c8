"""What a list does not say of a person is not known: no column of these has to hold what a form proposes."""

_LEFT_OPEN = {
    "member": ("applied_on", "ethnicity", "id_type", "join_mode", "union_post"),
    "hardship_file": (
        "applied_on",
        "ethnicity",
        "political_status",
        "health",
        "medical_insurance",
        "household_type",
        "work_status",
        "model_worker",
        "family_other_income",
    ),
    "hardship_family": (
        "ethnicity",
        "monthly_income",
        "model_worker",
        "health",
        "medical_insurance",
        "marital",
        "household_type",
    ),
    "intern": ("education",),
}


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table, columns in _LEFT_OPEN.items():
        for column in columns:
            db.execute_sql(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" DROP NOT NULL')
