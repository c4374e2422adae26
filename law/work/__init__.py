"""At work: one sheet for each regime, made from the duties of the rules."""
