"""Conditional sentence: the term of control, visits, breaches, extension and cancellation."""
