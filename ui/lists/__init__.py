"""A register's records as a list: the table, its columns and filters, what they add up to."""
