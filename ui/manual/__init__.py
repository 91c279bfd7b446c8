"""The manual, read in a window of its own and saved as PDF."""
