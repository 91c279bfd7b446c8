"""Paper as Word documents, which a leader may go on writing in."""
