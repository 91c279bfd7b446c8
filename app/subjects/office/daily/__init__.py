"""Books and figures of the daily work."""
