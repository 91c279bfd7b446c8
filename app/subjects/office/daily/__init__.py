"""Figures of the daily work."""
