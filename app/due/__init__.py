"""What the records ask to be done, and by when: one file for each subject."""
