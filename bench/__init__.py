"""The speed of pages, answers and rules, against a bare Flask route on the same machine in the same run."""
