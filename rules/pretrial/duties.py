"""Duties of pre-trial probation for the sheet at work: they rest on rules of this package."""

from rules.duties import Duty, enter

enter(Duty("report-last-day", "pretrial", "probation-service", "before", 3, "working-days"))
enter(Duty("pretrial-ends-law", "pretrial", "probation-service", "other"))
