"""Keeping the office's file safe: history, recycle bin, backup."""
