"""A person's own account and what is stored on them."""
