"""Corrective labour: sum and persons, deductions from pay, the employer, breach and evasion, conversions."""
