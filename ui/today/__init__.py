"""The desk (工作台): what the office has, what is due, what was done."""
