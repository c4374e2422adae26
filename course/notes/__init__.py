"""Notes, highlights and bookmarks of a reader's own."""
