"""Wishes for a job."""
