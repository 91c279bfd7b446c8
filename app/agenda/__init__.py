"""The desk: what is due, what was forgotten, and what was done."""
