"""Learners, accounts and devices: who works here, with as little stored as can be."""
