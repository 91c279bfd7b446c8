"""Mediators and mediation bodies."""
