"""Annual returns."""
