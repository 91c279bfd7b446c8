"""The office as a whole: its settings, copies, check, password, and what it holds of a person."""
