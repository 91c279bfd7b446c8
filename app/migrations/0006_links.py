"""Contracts lead to their union, payments of aid are told apart, the office sets what rules count by."""

from peewee import IntegerField

STANDARDS = {
    "women_for_committee": 25,
    "large_unit": 50,
    "term_first_days": 183,
    "term_second_days": 92,
    "renewal_days": 60,
    "follow_up_days": 30,
    "fresh_days": 7,
    "noted_change": 200,
    "lending_days": 14,
    "lending_renewals": 1,
    "books_each": 3,
}
STATEMENTS = (
    """
    CREATE TABLE "aid_standard" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "year" INTEGER,
        "category" TEXT,
        "aid_kind" TEXT,
        "lines" INTEGER,
        "share" INTEGER,
        "most" INTEGER,
        "only_kind" INTEGER NOT NULL,
        "source" TEXT
    )
    """,
    'ALTER TABLE "collective_contract" ADD COLUMN "union_id" INTEGER REFERENCES "grassroots_union" ("id")',
    'CREATE INDEX "collective_contract_union_id" ON "collective_contract" ("union_id")',
    """
    UPDATE "collective_contract" SET "union_id" = (
        SELECT "id" FROM "grassroots_union" WHERE "deleted_at" IS NULL
        AND "name" IN ("collective_contract"."union_name", "collective_contract"."union_name" || '委员会')
        ORDER BY LENGTH("name") LIMIT 1
    )
    """,
    'ALTER TABLE "mutual_claim" ADD COLUMN "bank_name" TEXT',
    'ALTER TABLE "mutual_claim" ADD COLUMN "bank_holder" TEXT',
    'ALTER TABLE "aid_payment" ADD COLUMN "title" TEXT',
    """
    UPDATE "aid_payment" SET "title" = (
        SELECT "aid_payment"."name" || ' ' || "year" || '年' || "occasion" || "aid_kind" || ' '
        || printf('%,d.%02d', "aid_payment"."amount" / 100, "aid_payment"."amount" % 100) || '元 '
        || strftime('%Y', "day") || '年' || CAST(strftime('%m', "day") AS INTEGER) || '月'
        || CAST(strftime('%d', "day") AS INTEGER) || '日'
        FROM (
            SELECT "year", "occasion", "aid_kind", IFNULL("aid_payment"."paid_on", "planned_on") AS "day"
            FROM "aid_batch" WHERE "aid_batch"."id" = "aid_payment"."batch_id"
        )
    )
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Add the columns, and fill them for what is there already."""
    for name, usual in STANDARDS.items():
        migrator.migrate(migrator.add_column("profile", name, IntegerField(default=usual)))
    for statement in STATEMENTS:
        db.execute_sql(statement)
