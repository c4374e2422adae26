"""The general part of the Law: foundations, assistance, competence."""
