"""What the office knows, one folder for each tab, above the engine; some lean on the records of another."""
