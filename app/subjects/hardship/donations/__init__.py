"""Donation drives, donations and their use."""
