"""Restriction of liberty: its term, forced labour, duties, breaches and what follows from them."""
