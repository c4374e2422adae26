"""The practice of a module off the screen: on paper, and an item on a wall."""
