"""What is kept with a hardship file as time goes by."""
