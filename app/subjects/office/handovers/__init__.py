"""A clerk's work handed over to another."""
