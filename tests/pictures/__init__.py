"""Pictures of everything the window shows, on each screen that an office may have, light and dark."""
