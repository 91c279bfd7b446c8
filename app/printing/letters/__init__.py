"""The letters the office prints: applications, notices, minutes, agreements."""
