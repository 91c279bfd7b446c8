"""The household of a hardship file."""
