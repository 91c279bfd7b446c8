"""The lists the office prints, each a title, a query and a layout."""
