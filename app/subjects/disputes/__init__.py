"""Labour disputes (domain 4)."""
