"""Enrolments (参保): one person's share of a product in a year (domain 8.2)."""
