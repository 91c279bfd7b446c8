"""Bulletins and reports sent out."""
