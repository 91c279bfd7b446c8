"""Interns."""
