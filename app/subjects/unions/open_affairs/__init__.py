"""Democratic management (厂务公开)."""
