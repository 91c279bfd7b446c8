"""What is to be reached in a year, and what was."""
