"""Activities and series of events (domain 5)."""
