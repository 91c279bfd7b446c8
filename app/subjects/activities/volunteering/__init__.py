"""Voluntary service."""
