"""Transfer of a convict to another institution of the same type to keep up socially useful ties (order 375)."""
