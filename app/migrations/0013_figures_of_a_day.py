"""What else was so on a day: where members worked, what the office was, who lived in a household."""

_CHANGED = """
    SELECT
        log."row_id" AS "owner_id",
        change."key" AS "name",
        change."value" ->> 0 AS "old",
        date(log."at") AS "until",
        coalesce(
            lag(date(log."at")) OVER (PARTITION BY log."row_id", change."key" ORDER BY log."id"),
            (SELECT date("created_at") FROM "{table}" WHERE "id" = log."row_id")
        ) AS "since"
    FROM "history" AS log, json_each(log."changes") AS change
    WHERE log."table_name" = '{table}' AND log."action" = 'UPDATE' AND change."key" IN ({names})
"""
"""What was replaced, until which day and since when: the day of the change before, or of the entry."""

_OFFICE = ("name", "street", "upper_union", "leader", "dues_rate")
_TOLD_BEFORE = ("political_status", "education", "is_migrant_worker", "monthly_wage")


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "profile" ADD COLUMN "told_on" DATE')
    db.execute_sql("""
        CREATE TABLE "profile_earlier" (
            "id" INTEGER NOT NULL PRIMARY KEY,
            "version" INTEGER NOT NULL,
            "search_key" TEXT,
            "created_at" DATETIME NOT NULL,
            "updated_at" DATETIME NOT NULL,
            "deleted_at" DATETIME,
            "owner_id" INTEGER NOT NULL,
            "day" DATE,
            "name" TEXT,
            "street" TEXT,
            "upper_union" TEXT,
            "leader" TEXT,
            "dues_rate" INTEGER,
            FOREIGN KEY ("owner_id") REFERENCES "profile" ("id")
        )
    """)
    db.execute_sql('CREATE INDEX "profile_earlier_owner_id" ON "profile_earlier" ("owner_id")')
    db.execute_sql('CREATE INDEX "profile_earlier_owner_id_day" ON "profile_earlier" ("owner_id", "day")')
    db.execute_sql('ALTER TABLE "member_earlier" ADD COLUMN "employer" TEXT')
    db.execute_sql(
        'ALTER TABLE "member_earlier" ADD COLUMN "enterprise_id" INTEGER REFERENCES "enterprise" ("id")'
    )
    db.execute_sql('CREATE INDEX "member_earlier_enterprise_id" ON "member_earlier" ("enterprise_id")')
    db.execute_sql('ALTER TABLE "hardship_family" ADD COLUMN "joined_on" DATE')
    db.execute_sql('ALTER TABLE "hardship_family" ADD COLUMN "left_on" DATE')
    _keep_the_office(db)  # type: ignore[no-untyped-call]  # likewise
    _keep_employers(db)  # type: ignore[no-untyped-call]  # likewise
    db.execute_sql("""
        UPDATE "hardship_family" SET "left_on" = (
            SELECT max(date(log."at")) FROM "history" AS log
            WHERE log."table_name" = 'hardship_family' AND log."action" = 'UPDATE'
                AND log."row_id" = "hardship_family"."id" AND log."changes" ->> '$.lives_together[1]' = 0
                AND date(log."at") > date("hardship_family"."created_at")
        )
        WHERE "lives_together" = 0
    """)


def _keep_the_office(db):  # type: ignore[no-untyped-def]
    changed = _CHANGED.format(table="profile", names=", ".join(f"'{name}'" for name in _OFFICE))
    values = ", ".join(f"""max("old") FILTER (WHERE "name" = '{name}')""" for name in _OFFICE)
    columns = ", ".join(f'"{name}"' for name in _OFFICE)
    db.execute_sql(f"""
        INSERT INTO "profile_earlier"
            ("version", "search_key", "created_at", "updated_at", "owner_id", "day", {columns})
        SELECT 1, '', datetime('now', 'localtime'), datetime('now', 'localtime'), "owner_id", "since", {values}
        FROM ({changed}) WHERE "since" < "until" GROUP BY "owner_id", "since"
    """)
    db.execute_sql(f"""
        UPDATE "profile" SET "told_on" = (SELECT max("until") FROM ({changed}) WHERE "since" < "until")
    """)


def _keep_employers(db):  # type: ignore[no-untyped-def]
    """An employer stands in a row of each day it began; the last of all changes dates the record.

    What else the record said on the day it has until now is kept in a row of that day; where that day is
    the later one, the present employer in a row of the day it began.
    """
    changed = _CHANGED.format(table="member", names="'employer'")
    others = ", ".join(f'"{name}"' for name in _TOLD_BEFORE)
    db.execute_sql(f"""
        CREATE TEMP TABLE "told_employer" AS
        SELECT "owner_id", "since" AS "day", max("old") AS "employer" FROM ({changed})
        WHERE "since" < "until" GROUP BY "owner_id", "since"
    """)
    db.execute_sql(f"""
        CREATE TEMP TABLE "last_employer" AS
        SELECT "owner_id", max("until") AS "day" FROM ({changed}) WHERE "since" < "until" GROUP BY "owner_id"
    """)
    db.execute_sql("""
        INSERT INTO "told_employer" SELECT last."owner_id", last."day", member."employer"
        FROM "last_employer" AS last JOIN "member" ON member."id" = last."owner_id"
        WHERE member."told_on" > last."day"
    """)
    db.execute_sql(f"""
        INSERT INTO "member_earlier"
            ("version", "search_key", "created_at", "updated_at", "owner_id", "day", {others})
        SELECT 1, '', datetime('now', 'localtime'), datetime('now', 'localtime'), member."id", "told_on", {others}
        FROM "member" JOIN "last_employer" AS last ON last."owner_id" = member."id"
        WHERE "told_on" < last."day" AND NOT EXISTS (
            SELECT 1 FROM "member_earlier" AS kept WHERE kept."owner_id" = member."id" AND kept."day" = "told_on"
        )
    """)
    db.execute_sql("""
        UPDATE "member_earlier" SET "employer" = told."employer" FROM "told_employer" AS told
        WHERE told."owner_id" = "member_earlier"."owner_id" AND told."day" = "member_earlier"."day"
    """)
    db.execute_sql("""
        INSERT INTO "member_earlier"
            ("version", "search_key", "created_at", "updated_at", "owner_id", "day", "employer")
        SELECT 1, '', datetime('now', 'localtime'), datetime('now', 'localtime'), "owner_id", "day", "employer"
        FROM "told_employer" AS told WHERE NOT EXISTS (
            SELECT 1 FROM "member_earlier" AS kept
            WHERE kept."owner_id" = told."owner_id" AND kept."day" = told."day"
        )
    """)
    db.execute_sql("""
        UPDATE "member" SET "told_on" = last."day" FROM "last_employer" AS last
        WHERE last."owner_id" = member."id" AND coalesce("told_on", '') < last."day"
    """)
    db.execute_sql('DROP TABLE "told_employer"')
    db.execute_sql('DROP TABLE "last_employer"')
