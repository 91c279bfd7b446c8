"""The window: shows, collects, asks and tells; whatever could be asked at the command line is in `app`."""
