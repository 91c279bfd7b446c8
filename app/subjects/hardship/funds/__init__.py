"""Money that came in for aid."""
