"""From what age on people may work (domain 1.7 and 7.2)."""

YOUNGEST = 16
"""Years of age under which nobody may be employed (劳动法 art. 15)."""
