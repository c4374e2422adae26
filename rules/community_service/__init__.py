"""Community service: who may get it, hours, papers of the service and of the local executive body, evasion."""
