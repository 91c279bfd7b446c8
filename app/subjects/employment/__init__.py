"""Job services (domain 7)."""
