"""How long what is told of people is kept."""
