"""Paces and terms of educational work, of its records and of preparing for release (order 508, paras 5-58)."""

from __future__ import annotations

from rules.duties import Pace
from rules.terms import CALENDAR, MONTHS, WORKING, at_least_before, deadline, pace
from rules.units import Unit

_RULES = "order-508"
_WORK, _RELEASE = ("educational-work",), ("before-release",)


def _pace(
    id_: str, where: str, times: int, per: Pace, norm: str, edition: str = "720",
    who: str = "institution-administration",
) -> None:  # fmt: skip
    pace(
        f"educational-{id_}", provision=f"{_RULES}/{where}", edition=f"{_RULES}@{edition}", times=times, per=per,
        norms=(f"r508-{norm}",), who=who, regimes=_WORK,
    )  # fmt: skip


_pace("institution-plan", "5/1", 1, "quarterly", "quarterly-institution-plan-section")
_pace("diary-conclusions", "11", 1, "monthly", "diary-conclusions-monthly", "588")
_pace("detachment-plan", "19/part-1", 1, "quarterly", "detachment-planning-quarterly", who="edu-detachment-head")
_pace("council-meeting", "22", 1, "monthly", "council-of-educators-meets-monthly", who="edu-council")
_pace("council-results", "29", 1, "yearly", "council-results-annual-review")
_pace("collective-plan", "58/part-4", 1, "quarterly", "collective-councils-follow-quarterly-plan", "588")


def _deadline(
    id_: str, where: str, count: int, norm: str, edition: str, who: str = "institution-administration",
    regimes: tuple[str, ...] = _RELEASE, unit: Unit = WORKING, from_next_day: bool = False,
) -> None:  # fmt: skip
    deadline(
        f"educational-{id_}", provision=f"{_RULES}/{where}", edition=f"{_RULES}@{edition}", count=count, unit=unit,
        norms=(f"r508-{norm}",), who=who, regimes=regimes, from_next_day=from_next_day,
    )  # fmt: skip


_deadline(
    "measure-data", "26/part-3", 1, "incentive-penalty-data-next-working-day", "481", regimes=_WORK, from_next_day=True
)
_deadline("penalty-copy", "26/part-7", 1, "penalty-order-copy-to-prosecutor", "141", regimes=_WORK, from_next_day=True)
_deadline("degree-data", "27/part-2", 3, "behaviour-degree-data-3-working-days", "481", regimes=_WORK)
_deadline("programme-forwarded", "43/part-4", 2, "assistance-programme-forwarded-2-working-days", "392")
_deadline("housing-answer", "51-1/part-2", 15, "lea-housing-answer-15-working-days", "273", "local-executive-body")
_deadline("job-notice", "51-3/part-1", 0, "employment-help-requested-notice-immediately", "273", unit=CALENDAR)
_deadline("job-answer", "51-3/part-2", 15, "lea-employment-answer-15-working-days", "273", "local-executive-body")
_deadline("release-notice-after", "52/part-1", 1, "release-notice-1-working-day-other-grounds", "720")


def _before(
    id_: str, where: str, count: int, unit: Unit, norm: str, edition: str, who: str = "institution-administration",
) -> None:  # fmt: skip
    at_least_before(
        f"educational-{id_}", provision=f"{_RULES}/{where}", edition=f"{_RULES}@{edition}", count=count, unit=unit,
        norms=(f"r508-{norm}",), who=who, regimes=_RELEASE,
    )  # fmt: skip


_before("convict-application", "49", 1, Unit.YEARS, "convict-application-at-least-1-year-before", "720",
        "edu-convicts")  # fmt: skip
_before("one-year-notice", "50", 1, Unit.YEARS, "authorities-notified-at-least-1-year-before", "392")
_before("housing-notice", "51-1/part-1", 2, MONTHS, "no-housing-notice-2-months-before", "273")
_before("job-notice-other", "51-3/part-1", 2, MONTHS, "employment-notice-other-cases-2-months", "273")
_before("release-notice-before", "52/part-1", 20, CALENDAR, "release-notice-20-calendar-days-end-of-term", "720")
_before("parole-inquiry", "53/part-2", 2, MONTHS, "probation-service-asked-2-months-before-formal-date", "652")
