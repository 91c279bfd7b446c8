"""The summary of a period (工作总结): the office's own words, with figures by name."""
