"""Aid batches and payments."""
