"""What a year has to reach."""
