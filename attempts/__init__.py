"""Attempts, answers, marks and what was told: one for cases and practice."""
