"""What changed: for each edition the provisions it touched, the new wording and the old one where it was read."""
