"""What the office keeps: one Peewee model per kind of record."""
