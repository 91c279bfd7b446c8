"""Collective contracts and the units they cover."""
