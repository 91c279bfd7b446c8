"""A record as a form: each field with its label, its editor and what is wrong with it."""
