"""Practice: items by objective, weak points first."""
