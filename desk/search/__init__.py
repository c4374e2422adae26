"""Search over pages, terms, provisions, cases and items: one table of stems, filled when content loads."""
