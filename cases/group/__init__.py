"""A case for a whole group: one shape of it at one address."""
