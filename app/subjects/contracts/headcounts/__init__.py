"""How many persons of each unit have signed a labour contract, day by day (domain 6.3)."""
