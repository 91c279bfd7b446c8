"""The parts of the tab in which a summary is written."""
