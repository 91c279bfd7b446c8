"""Claims (给付): what a stay cost, and what was paid back (domain 8.2)."""
