"""What belongs to a grassroots union: committee, covered units, elections."""
