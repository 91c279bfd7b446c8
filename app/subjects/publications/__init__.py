"""Publications and information (domain 9)."""
