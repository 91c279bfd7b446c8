"""A register's tab: the list beside the panel, the commands above, its spreadsheets and prints."""
