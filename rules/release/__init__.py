"""Release and what follows: parole, replacement by a milder punishment, conviction record, help and control."""
