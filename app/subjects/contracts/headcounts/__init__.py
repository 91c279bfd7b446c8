"""How many labour contracts an enterprise has signed."""
