"""The limits of prizes."""
