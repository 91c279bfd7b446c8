"""Acts of the office: plain functions that check, refuse with a sentence, then write."""
