"""Wishes for a job, and what became of them (domain 7.2)."""
