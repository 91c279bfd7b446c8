"""Training that the office holds or sends people to."""
