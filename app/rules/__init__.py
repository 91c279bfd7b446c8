"""Pure domain knowledge: what the regulations and standards say."""
