"""Job fairs with their employers and posts (domain 7.1)."""
