"""From last year's report to a text that writes itself: the report taken in, the doubtful numbers asked."""
