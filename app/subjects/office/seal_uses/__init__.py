"""Uses of the seal."""
