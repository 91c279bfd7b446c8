"""What the window is made of: the office it shows, the ways to another one, and what the menu asks for."""
