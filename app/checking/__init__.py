"""The check of a whole office file, and the rescue of what a damaged one still holds."""
