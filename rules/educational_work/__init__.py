"""Educational work with people serving imprisonment: plans, detachments, release, and those who help (order 508)."""
