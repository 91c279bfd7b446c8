"""Questions and tasks that take a window of their own."""
