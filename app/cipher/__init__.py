"""Encrypted office files: the key, its ways in, and the one place that opens a file by the driver."""
