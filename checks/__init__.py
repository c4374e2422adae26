"""Judging: a check goes from task, answer and facts to a verdict, and fails unless it finds a reason to pass."""
