"""A page or a figure of the course on a wall, and a figure by itself."""
