"""Visits to enterprises."""
