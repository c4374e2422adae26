"""Mixed practice: items of several modules in turn."""
