"""The textbook as modules and pages."""
