"""Collective contracts and whom they cover, from the draft to the renewal (domain 6.2)."""
