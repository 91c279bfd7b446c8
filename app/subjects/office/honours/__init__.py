"""Honours granted to the office, its units and its people."""
