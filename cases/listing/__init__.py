"""The list of cases: filters, counts, what to take next."""
