"""One record beside its list: its form, its rows, its history, and what can be done next."""
