"""Keeping the office's file safe: backups, verified and restored."""
