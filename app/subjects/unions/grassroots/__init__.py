"""Grassroots unions."""
