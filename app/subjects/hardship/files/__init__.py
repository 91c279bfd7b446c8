"""Hardship files, families, reviews."""
