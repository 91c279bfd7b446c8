"""Hardship files, aid and donations (domain 3)."""
