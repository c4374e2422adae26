"""The law's own pages and JSON."""
