"""Mutual insurance (domain 8)."""
