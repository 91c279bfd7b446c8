"""The yearly survey of enterprises."""
