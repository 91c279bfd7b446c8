"""What was told of unions, units, members and hardship files before: from the change log, so far."""

_GROUPS = (
    (
        "grassroots_union",
        "told_on",
        (
            ("union_type", "TEXT"),
            ("organisation", "TEXT"),
            ("ownership_kind", "TEXT"),
            ("covered_unit_count", "INTEGER"),
            ("is_legal_person", "INTEGER"),
            ("member_count", "INTEGER"),
            ("female_member_count", "INTEGER"),
            ("migrant_member_count", "INTEGER"),
            ("has_women_committee", "TEXT"),
            ("has_audit_committee", "INTEGER"),
        ),
    ),
    (
        "enterprise",
        "told_on",
        (
            ("ownership_kind", "TEXT"),
            ("is_non_public", "INTEGER"),
            ("union_status", "TEXT"),
            ("business_status", "TEXT"),
        ),
    ),
    (
        "enterprise",
        "counted_on",
        (
            ("employee_count", "INTEGER"),
            ("female_count", "INTEGER"),
            ("migrant_count", "INTEGER"),
            ("dispatched_count", "INTEGER"),
            ("member_count", "INTEGER"),
        ),
    ),
    (
        "member",
        "told_on",
        (
            ("political_status", "TEXT"),
            ("education", "TEXT"),
            ("is_migrant_worker", "INTEGER"),
            ("monthly_wage", "INTEGER"),
        ),
    ),
    ("hardship_file", "told_on", (("category", "TEXT"), ("main_cause", "TEXT"))),
)
"""The columns whose values change over time, with the column that has their day, by table."""

_RECORD = """
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "search_key" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "deleted_at" DATETIME,
    "owner_id" INTEGER NOT NULL,
    "day" DATE
"""
_CHANGED = """
    SELECT
        log."row_id" AS "owner_id",
        change."key" AS "name",
        change."value" ->> 0 AS "old",
        date(log."at") AS "until",
        coalesce(
            log."changes" ->> '$.{day}[0]',
            lag(date(log."at")) OVER (PARTITION BY log."row_id", change."key" ORDER BY log."id"),
            (SELECT date("created_at") FROM "{table}" WHERE "id" = log."row_id")
        ) AS "since"
    FROM "history" AS log, json_each(log."changes") AS change
    WHERE log."table_name" = '{table}' AND log."action" = 'UPDATE' AND change."key" IN ({names})
"""
"""What was replaced, until which day and since when: the day that was told with it, or that of the change before."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    for table in dict.fromkeys(table for table, _, _ in _GROUPS):
        columns = [column for named, _, group in _GROUPS if named == table for column in group]
        described = ", ".join(f'"{name}" {kind}' for name, kind in columns)
        owner = f'FOREIGN KEY ("owner_id") REFERENCES "{table}" ("id")'
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "told_on" DATE')
        db.execute_sql(f'CREATE TABLE "{table}_earlier" ({_RECORD}, {described}, {owner})')
        for index, key in (("owner_id", '"owner_id"'), ("owner_id_day", '"owner_id", "day"')):
            db.execute_sql(f'CREATE INDEX "{table}_earlier_{index}" ON "{table}_earlier" ({key})')
    for table, day, group in _GROUPS:
        _keep_what_changed(db, table, day, [name for name, _ in group])  # type: ignore[no-untyped-call]  # likewise


def _keep_what_changed(db, table, day, names):  # type: ignore[no-untyped-def]
    """What a value was until a day stands in a row of the day it began; the last change dates the record."""
    changed = _CHANGED.format(table=table, day=day, names=", ".join(f"'{name}'" for name in names))
    values = ", ".join(f"""max("old") FILTER (WHERE "name" = '{name}')""" for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    db.execute_sql(f"""
        INSERT INTO "{table}_earlier" ("version", "search_key", "created_at", "updated_at", "owner_id", "day", {columns})
        SELECT 1, '', datetime('now', 'localtime'), datetime('now', 'localtime'), "owner_id", "since", {values}
        FROM ({changed}) WHERE "since" < "until" GROUP BY "owner_id", "since"
    """)
    db.execute_sql(f"""
        UPDATE "{table}" SET "{day}" = (
            SELECT max("until") FROM ({changed}) WHERE "owner_id" = "{table}"."id" AND "since" < "until"
        )
        WHERE "{day}" IS NULL
    """)
