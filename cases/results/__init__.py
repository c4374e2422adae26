"""The sheet of results of a finished attempt."""
