"""Figures: every number of the office, from a query over its records."""
