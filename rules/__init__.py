"""The law as code: acts with their editions, rules, decisions, periods and their words."""
