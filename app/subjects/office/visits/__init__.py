"""Visitors."""
