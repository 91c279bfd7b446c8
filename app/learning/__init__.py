"""From the report of last year to a text that writes itself: numbers found, figures proposed, chips set."""
