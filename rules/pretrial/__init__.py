"""Pre-trial probation: who may have it, how it begins and ends, the report and the test."""
