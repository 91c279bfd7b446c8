"""Enterprises and grassroots unions (domain 2)."""
