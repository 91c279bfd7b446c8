"""The tab 统计: every figure of a period, down to its records."""
