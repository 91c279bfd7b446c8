"""The import wizard: a file, its columns, a look over every row, and what came of it."""
