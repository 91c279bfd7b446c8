"""What one year's rules allow for each kind of aid."""
