"""The daily work of the office (domain 10)."""
