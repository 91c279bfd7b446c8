"""Cases of mediation, and their papers."""
