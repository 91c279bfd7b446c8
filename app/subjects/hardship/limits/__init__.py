"""Poverty lines and the limits of aid."""
