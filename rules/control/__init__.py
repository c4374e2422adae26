"""Probation control: registration."""
