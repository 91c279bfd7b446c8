"""A batch: one sheet of many payments or entries, filled in and settled as one."""
