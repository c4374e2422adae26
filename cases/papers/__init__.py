"""A case off the screen: a sheet to print, with answers for who teaches, and the case on a wall."""
