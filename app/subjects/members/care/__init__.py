"""What members are given: on the days of their lives, at festivals, in the heat, and to all of them."""
