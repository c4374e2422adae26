"""Arrest facilities: the inner order of special reception centres where arrest is served (order 504)."""
