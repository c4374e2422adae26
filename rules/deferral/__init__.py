"""Deferral of punishment: for whom and how long, registration and control, breach, end."""
