"""The law as JSON: acts, editions, provisions, rules, conventions, findings."""
