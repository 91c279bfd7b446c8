"""What every record shares, and the kinds of record that no tab has: one Peewee model each."""
