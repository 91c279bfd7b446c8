"""Members, their events, dues, jobs and relatives (domain 1)."""
