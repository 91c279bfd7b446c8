"""Job fairs."""
