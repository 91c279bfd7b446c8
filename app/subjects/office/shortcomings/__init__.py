"""What a year showed to be wanting."""
