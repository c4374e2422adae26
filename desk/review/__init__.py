"""Review: cards that come back in time, and what is mastered."""
