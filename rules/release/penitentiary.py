"""Penitentiary probation: who, from when, the individual programme, notices before release (Law 16; CEC 166-167)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.periods import Unit
from rules.registry import Answer, Mutation, rule
from rules.tables import acts_here, listed
from rules.terms import at_least_before
from rules.truth import UNKNOWN, Maybe, is_one_of, known

_LAW, _CODE = "probation-law@2022-03", "cec@2025-09"
_DAY = date(2025, 11, 3)
_ADMINISTRATION = "institution-administration"


@facts_class("penitentiary")
class Penitentiary:
    """A convict, the punishment and the day of coming to the institution."""

    day: Maybe[date] = fact("day", near=lambda facts: (_DAY,))
    punishment: Maybe[str] = fact("choice", "imprisonment", "restriction", "conditional", "arrest", "other")
    arrival_day: Maybe[date] = fact("day", near=lambda facts: (_DAY, _DAY + timedelta(days=1)))


class Served(NamedTuple):
    """The punishments under which it applies."""

    punishments: tuple[str, ...] = ("imprisonment",)


@rule(
    "penitentiary-probation-applies", facts=Penitentiary, on="day", edition=_LAW, numbers=Served(),
    norms=("penitentiary-probation-eligibility", "law-penitentiary-probation-scope",
           "tb-penitentiary-probation-definition", "tb-penitentiary-probation-applies-to"),
    provisions=("probation-law/16/1",),
    mutations=(
        Mutation("arrest-too", "neighbouring list", {"punishments": ("imprisonment", "arrest")}),
        Mutation("restriction-too", "neighbouring list", {"punishments": ("imprisonment", "restriction")}),
    ),
)  # fmt: skip
def applies(f: Penitentiary, n: Served) -> Condition:
    """Law 16(1): whoever serves imprisonment in an institution; no length or kind of term is left out."""
    return because("probation-law/16/1", "penitentiary-serves", is_one_of(f.punishment, *n.punishments), "punishment")


class Starts(NamedTuple):
    """Days after arrival."""

    days: int = 0


@rule(
    "resocialisation-starts", facts=Penitentiary, on="arrival_day", edition=_LAW, value="day", numbers=Starts(),
    norms=("penitentiary-resocialisation-start", "law-integration-from-arrival", "tb-integration-starts-on-arrival"),
    provisions=("probation-law/16/2",),
    mutations=(
        Mutation("next-day", "border off by one", {"days": 1}),
        Mutation("after-quarantine", "neighbouring list", {"days": 15}),
    ),
)  # fmt: skip
def starts(f: Penitentiary, n: Starts) -> Answer:
    """Law 16(2): from the arrival at the institution."""
    day: Maybe[date] = known_day(f.arrival_day, n.days)
    return Answer(day, because("probation-law/16/2", "resocialisation-from", known(day, lambda d: True), "arrival_day",
                               day=day))  # fmt: skip


def known_day(day: Maybe[date], later: int) -> Maybe[date]:
    """So many days later; unknown stays unknown."""
    return day + timedelta(days=later) if isinstance(day, date) else UNKNOWN


at_least_before(
    "help-before-release", provision="probation-law/16/3", edition=_LAW, count=1, unit=Unit.YEARS, who=_ADMINISTRATION,
    regimes=("before-release",),
    norms=("penitentiary-help-one-year-before-end", "law-assistance-when-one-year-left",
           "tb-assistance-starts-one-year-before-exit", "tb-case-2-six-months-is-late"),
)  # fmt: skip
at_least_before(
    "release-notice-one-year", provision="cec/166/1", edition=_CODE, count=1, unit=Unit.YEARS, who=_ADMINISTRATION,
    regimes=("before-release",), norms=("s-cec-166-168-preparation",),
)  # fmt: skip
at_least_before(
    "release-notice-six-months", provision="cec/167/4", edition=_CODE, count=6, unit=Unit.MONTHS, who=_ADMINISTRATION,
    regimes=("before-release",), norms=("s-cec-166-168-preparation",),
)  # fmt: skip
acts_here(
    "individual-programme-author", provision="probation-law/16/4", edition=_LAW, body=_ADMINISTRATION,
    instead="probation-service",
    norms=("individual-programme-author", "law-assistance-programme-author", "s-cec-166-168-preparation",
           "tb-assistance-via-individual-programme"),
)  # fmt: skip
listed(
    "individual-programme-contents", provision="probation-law/16/5", edition=_LAW, wrongly="programme-sentence-copy",
    items=("programme-report-data", "programme-behaviour", "programme-claims", "programme-ties-and-skills",
           "programme-measures", "programme-after-release"),
    norms=("individual-programme-contents", "law-assistance-programme-six-items"),
)  # fmt: skip
listed(
    "links-on-request", provision="probation-law/16/6", edition=_LAW, wrongly="links-with-police",
    items=("links-with-employment-centre", "links-with-housing-agency", "links-with-social-services"),
    norms=("pre-release-links-on-request", "law-interaction-on-request-three-partners"),
)  # fmt: skip
listed(
    "administration-before-release", provision="probation-law/16/7", edition=_LAW, wrongly="before-release-finds-job",
    items=("before-release-works-with-others", "before-release-explains-law", "before-release-explains-help",
           "before-release-warns"),
    norms=("pre-release-administration-duties", "pre-release-supervision-warning",
           "law-administration-four-duties-in-programme"),
)  # fmt: skip
