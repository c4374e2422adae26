"""Reading without a network: the worker that keeps opened pages, and the page shown where none is kept."""
