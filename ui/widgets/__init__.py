"""Widgets and layouts that know nothing of an office."""
