"""The enterprises of the area."""
