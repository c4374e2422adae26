"""Petitions for parole and replacement: notice of the right, sending to court, asking again (CEC 162; order 511)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import because
from rules.facts import FactFault, fact, facts_class
from rules.periods import last_day
from rules.pretrial.persons import comes_after
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.tables import listed
from rules.terms import CALENDAR, MONTHS, WORKING, deadline
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, known

_CODE = "cec@2025-09"
_REFUSED = date(2025, 11, 3)

deadline(
    "parole-right-notice", provision="cec/162/1", edition=_CODE, count=5, unit=CALENDAR,
    who="institution-administration", regimes=("before-release",),
    norms=("parole-right-notice", "s-cec-161-162", "s-511-105-107"),
)  # fmt: skip
deadline(
    "parole-petition-forwarding", provision="cec/162/9", edition=_CODE, count=10, unit=CALENDAR,
    who="institution-administration", regimes=("before-release",),
    norms=("parole-petition-forwarding", "s-cec-161-162", "s-511-105-107"),
)  # fmt: skip
deadline(
    "illness-submission", provision="order-511/107", edition="order-511@612", count=3, unit=WORKING,
    who="probation-service", regimes=("restriction",), norms=("s-511-105-107",),
)  # fmt: skip
listed(
    "parole-petition-data", provision="cec/162/3", edition=_CODE, norms=("parole-petition-attachments",),
    items=("petition-personality", "petition-behaviour", "petition-attitude"), wrongly="petition-two-copies",
)  # fmt: skip
listed(
    "release-grounds", provision="cec/161/1", edition=_CODE, norms=("s-cec-161-162",),
    items=("release-term-served", "release-sentence-quashed", "release-parole", "release-replaced", "release-amnesty",
           "release-pardon", "release-illness", "release-other-by-law"),
    wrongly="release-by-administration",
)  # fmt: skip


def _again(facts: Any) -> tuple[date, ...]:
    day = _REFUSED if isinstance(facts.refusal_day, Unknown) else facts.refusal_day
    return tuple(day + timedelta(days=gap) for gap in (30, 180, 190, 800, 1200))


@facts_class("repeat-petition")
class RepeatPetition:
    """A petition after a refusal: what was refused, what is asked now, when."""

    refusal_day: Maybe[date] = fact("day", near=lambda facts: (_REFUSED, _REFUSED + timedelta(days=1)))
    petition_day: Maybe[date] = fact("day", near=_again)
    refused: Maybe[str] = fact("choice", "parole", "replacement")
    asked: Maybe[str] = fact("choice", "parole", "replacement")
    life: Maybe[bool] = fact("bool")

    @staticmethod
    def contradictions(facts: RepeatPetition) -> tuple[FactFault, ...]:
        """The refusal comes before the new petition."""
        if comes_after(facts.refusal_day, facts.petition_day):
            return (FactFault("refusal_day", "fact_event_after_done", str(facts.refusal_day)),)
        return ()


class Wait(NamedTuple):
    """Months to wait, for others and for a life term, and whether the other relief is free."""

    months: int = 6
    life: int = 36
    other_free: bool = True
    counts_first: bool = False


@rule(
    "repeat-petition-allowed", facts=RepeatPetition, on="petition_day", edition=_CODE, numbers=Wait(),
    norms=("parole-repeat-petition", "s-cec-161-162", "s-511-105-107"), provisions=("cec/162/10",),
    otherwise=(Otherwise("C1", {"counts_first": True}),),
    mutations=(
        Mutation("three-months", "neighbouring list", {"months": 3}),
        Mutation("a-year", "neighbouring list", {"months": 12}),
        Mutation("other-relief-too", "exception ignored", {"other_free": False}),
        Mutation("life-as-others", "exception ignored", {"life": 6}),
    ),
)  # fmt: skip
def allowed(f: RepeatPetition, n: Wait) -> Any:
    """CEC 162(10): six months after a refusal (three years for a life term); the other relief is not barred."""
    where = "cec/162/10"
    if isinstance(f.refused, Unknown) or isinstance(f.asked, Unknown):
        return because(where, "petition-of-the-same-kind", Truth.UNKNOWN, "refused", "asked")
    if n.other_free and f.refused != f.asked:
        return because(where, "petition-of-another-kind", YES, "refused", "asked")
    day: Maybe[date] = UNKNOWN
    if not isinstance(f.refusal_day, Unknown) and not isinstance(f.life, Unknown):
        months = n.life if f.life and f.asked == "parole" else n.months
        day = last_day(f.refusal_day, months, MONTHS, counts_first=n.counts_first)
    late: Maybe[bool] = UNKNOWN
    if not isinstance(day, Unknown) and not isinstance(f.petition_day, Unknown):
        late = f.petition_day > day
    return because(where, "petition-after-wait", known(late, bool), "refusal_day", "petition_day", "life",
                   convention="C1", refused_on=f.refusal_day, last=day, day=f.petition_day)  # fmt: skip


@facts_class("conviction-petition")
class ConvictionPetition:
    """A new petition to remove a conviction after a refusal."""

    refusal_day: Maybe[date] = fact("day", near=lambda facts: (_REFUSED, _REFUSED + timedelta(days=1)))


class Year(NamedTuple):
    """Months to wait."""

    months: int = 12
    counts_first: bool = False


@rule(
    "conviction-petition-wait", facts=ConvictionPetition, on="refusal_day", edition="cpc@2025-09", value="day",
    numbers=Year(), norms=("s-cpc-479-conviction",), provisions=("cpc/479",),
    otherwise=(Otherwise("C1", {"counts_first": True}),),
    mutations=(
        Mutation("six-months", "neighbouring list", {"months": 6}),
        Mutation("three-years", "neighbouring list", {"months": 36}),
    ),
)  # fmt: skip
def conviction_wait(f: ConvictionPetition, n: Year) -> Answer:
    """CPC 479: the last day of the year in which a petition to remove a conviction may not be repeated."""
    day: Maybe[date] = UNKNOWN
    if not isinstance(f.refusal_day, Unknown):
        day = last_day(f.refusal_day, n.months, MONTHS, counts_first=n.counts_first)
    return Answer(day, because("cpc/479", "conviction-wait", known(day, lambda d: True), "refusal_day",
                               convention="C1", start=f.refusal_day, day=day))  # fmt: skip
