"""Until when the terms before the present one ran: from the change log, so far."""


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    db.execute_sql('ALTER TABLE "grassroots_union_earlier" ADD COLUMN "term_end" DATE')
    db.execute_sql("""
        CREATE TEMP TABLE "former_term" AS
        SELECT
            "row_id" AS "owner_id",
            "changes" ->> '$.term_start[0]' AS "day",
            max("changes" ->> '$.term_end[0]') AS "term_end"
        FROM "history"
        WHERE "table_name" = 'grassroots_union' AND "action" = 'UPDATE'
            AND "changes" ->> '$.term_no[0]' < "changes" ->> '$.term_no[1]'
            AND "changes" ->> '$.term_start[0]' < "changes" ->> '$.term_start[1]'
            AND "changes" ->> '$.term_end[0]' IS NOT NULL
            AND "row_id" IN (SELECT "id" FROM "grassroots_union")
        GROUP BY "row_id", "changes" ->> '$.term_start[0]'
    """)
    db.execute_sql("""
        UPDATE "grassroots_union_earlier" SET "term_end" = former."term_end" FROM "former_term" AS former
        WHERE former."owner_id" = "grassroots_union_earlier"."owner_id"
            AND former."day" = "grassroots_union_earlier"."day" AND "deleted_at" IS NULL
    """)
    db.execute_sql("""
        INSERT INTO "grassroots_union_earlier"
            ("version", "search_key", "created_at", "updated_at", "owner_id", "day", "term_end")
        SELECT 1, '', datetime('now', 'localtime'), datetime('now', 'localtime'), "owner_id", "day", "term_end"
        FROM "former_term" AS former WHERE NOT EXISTS (
            SELECT 1 FROM "grassroots_union_earlier" AS kept
            WHERE kept."owner_id" = former."owner_id" AND kept."day" = former."day" AND kept."deleted_at" IS NULL
        )
    """)
    db.execute_sql('DROP TABLE "former_term"')
