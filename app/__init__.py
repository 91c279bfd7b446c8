"""What a community union office knows and does; no window in here."""
