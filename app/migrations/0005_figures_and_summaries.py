"""Closed years, the text of summaries, figures overruled by hand."""

STATEMENTS = (
    """
    CREATE TABLE "year_closing" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "year" INTEGER,
        "closed_on" DATE NOT NULL,
        "closed_by" TEXT,
        "reason" TEXT
    )
    """,
    """
    CREATE TABLE "closed_figure" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "closing_id" INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        "first" DATE NOT NULL,
        "last" DATE NOT NULL,
        "number" INTEGER,
        "words" TEXT NOT NULL,
        "records" INTEGER NOT NULL,
        "fingerprint" TEXT NOT NULL,
        "held" BLOB NOT NULL,
        FOREIGN KEY ("closing_id") REFERENCES "year_closing" ("id")
    )
    """,
    """
    CREATE TABLE "figure_override" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "key" TEXT,
        "first" DATE,
        "last" DATE,
        "words" TEXT,
        "reason" TEXT,
        "changed_by" TEXT,
        "changed_on" DATE NOT NULL
    )
    """,
    """
    CREATE TABLE "summary_text" (
        "id" INTEGER NOT NULL PRIMARY KEY,
        "version" INTEGER NOT NULL,
        "search_key" TEXT,
        "created_at" DATETIME NOT NULL,
        "updated_at" DATETIME NOT NULL,
        "deleted_at" DATETIME,
        "year" INTEGER,
        "report" TEXT,
        "body" TEXT
    )
    """,
    """
    CREATE UNIQUE INDEX year_closing_once ON year_closing (year) WHERE deleted_at IS NULL
    """,
    """
    CREATE INDEX "closed_figure_closing_id" ON "closed_figure" ("closing_id")
    """,
    """
    CREATE UNIQUE INDEX figure_override_once ON figure_override (key, first, last) WHERE deleted_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX summary_text_once ON summary_text (year, report) WHERE deleted_at IS NULL
    """,
)


def up(migrator, db):  # type: ignore[no-untyped-def]  # the runner's own signature
    """Create every table and index."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
