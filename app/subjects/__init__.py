"""What the office knows, one folder for each tab; each imports the engine alone."""
