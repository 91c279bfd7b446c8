"""Notices of jobs, on paper and screens."""
