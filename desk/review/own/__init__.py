"""One's own cards, and where new ones come from."""
