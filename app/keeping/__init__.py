"""Keeping records: derived values, checks, saving, life cycle, bulk actions, history, recycle bin."""
