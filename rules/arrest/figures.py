"""Figures, paces and terms that the rules of the arrest facility state without conditions (order 504, paras 5-72)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rules.calendar import is_working, working_day_after
from rules.conditions import Condition, because
from rules.duties import Pace
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.terms import CALENDAR, OnDay, TermFacts, deadline, pace
from rules.truth import UNKNOWN, YES, Maybe, Unknown, known
from rules.units import Unit

EDITION = "order-504@736"
_RULES = "order-504"


class Figure(NamedTuple):
    """One number."""

    number: int


def figure(id_: str, where: str, number: int, wrong: tuple[int, int], *norms: str) -> None:
    """Rule `<id>` answers the number; `wrong` are one beside it and one of a neighbouring provision."""

    @rule(
        id_, facts=OnDay, on="day", edition=EDITION, value="amount", numbers=Figure(number), norms=norms,
        provisions=(f"{_RULES}/{where}",), mutations=(
            Mutation("border-missed", "border off by one", {"number": wrong[0]}),
            Mutation("neighbours-number", "neighbouring list", {"number": wrong[1]}),
        ),
    )  # fmt: skip
    def stated(f: OnDay, n: Figure) -> Answer:
        return Answer(n.number, because(f"{_RULES}/{where}", id_, YES, number=n.number))


figure("arrest-mismatch-copies", "annex-1", 3, (2, 1), "identity-mismatch-act")
figure("arrest-quarantine-days", "7", 15, (14, 10), "quarantine-observation-15-days")
figure("arrest-protocol-copies", "annex-3", 2, (1, 3), "search-protocol")
figure("arrest-sleep-hours", "27", 8, (7, 6), "sleep-8-hours")
figure("arrest-escape-check-hours", "43", 2, (1, 12), "escape-prone-check-2h")
figure("arrest-blocked-letter-days", "51", 10, (9, 30), "blocked-letter-destruction-10-calendar-days")
figure("arrest-call-minutes", "64", 15, (10, 30), "phone-call-15-minutes")
figure("arrest-penalties-per-breach", "70", 1, (2, 3), "one-breach-one-penalty")


def _pace(id_: str, where: str, times: int, per: Pace, *norms: str) -> None:
    pace(
        id_, provision=f"{_RULES}/{where}", edition=EDITION, times=times, per=per, norms=norms,
        who="institution-administration", regimes=("arrest",),
    )  # fmt: skip


_pace("arrest-cell-search", "17", 4, "monthly", "cell-search-4-per-month")
_pace("arrest-technical-inspection", "17", 1, "daily", "technical-inspection-daily")
_pace("arrest-washing", "27", 1, "weekly", "washing-weekly")
_pace("arrest-hot-meals", "29", 3, "daily", "three-hot-meals")
_pace("arrest-roll-call", "41", 2, "daily", "roll-call-twice-daily")
_pace("arrest-letters-pace", "48", 1, "monthly", "letters-once-a-month")
_pace("arrest-journal-reading", "54", 1, "weekly", "personal-reception-journal-weekly")
_pace("arrest-decisions-check", "57", 1, "monthly", "reception-decisions-check-monthly")
_pace("arrest-relatives-reception", "58", 1, "monthly", "relatives-reception-monthly")


def _deadline(id_: str, where: str, count: int, unit: Unit, norm: str) -> None:
    deadline(
        id_, provision=f"{_RULES}/{where}", edition=EDITION, count=count, unit=unit, norms=(norm,),
        who="institution-administration", regimes=("arrest",),
    )  # fmt: skip


_deadline("arrest-reply-told", "53", 3, Unit.WORKING_DAYS, "reply-notice-3-working-days")
_deadline("arrest-call-stopped", "67", 0, CALENDAR, "phone-call-immediate-stop")
_deadline("arrest-penalty-unchecked", "72", 10, Unit.DAYS_24H, "penalty-imposition-10-days")


@facts_class("arrest-reception-day")
class ReceptionDay:
    """A day on which a convict wants to be received personally."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12), date(2026, 1, 17), date(2026, 3, 23)))


class Reception(NamedTuple):
    """Whether there is no reception on days off."""

    working_days_only: bool = True


@rule(
    "arrest-reception-held", facts=ReceptionDay, on="day", edition=EDITION, numbers=Reception(),
    norms=("personal-reception-daily",), provisions=(f"{_RULES}/54",),
    mutations=(Mutation("days-off-too", "calendar instead of working days", {"working_days_only": False}),),
)  # fmt: skip
def reception_held(f: ReceptionDay, n: Reception) -> Condition:
    """Para 54: personal reception every day save weekends and holidays."""
    held = known(f.day, lambda day: is_working(day) or not n.working_days_only)
    return because(f"{_RULES}/54", "arrest-reception-day", held, "day", day=f.day)


class Next(NamedTuple):
    """How many days after the call, and whether days off are passed over."""

    days: int = 1
    working: bool = False


@rule(
    "arrest-evening-applications", facts=TermFacts, on="start_day", edition=EDITION, value="day", numbers=Next(),
    norms=("phone-call-evening-handover",), provisions=(f"{_RULES}/65",),
    mutations=(
        Mutation("same-day", "border off by one", {"days": 0}),
        Mutation("next-working-day", "calendar instead of working days", {"working": True}),
    ),
)  # fmt: skip
def evening_applications(f: TermFacts, n: Next) -> Answer:
    """Para 65: applications for calls held from 19:00 to 20:00 are handed over on the next day."""
    day: Maybe[date] = UNKNOWN
    if not isinstance(f.start_day, Unknown):
        day = working_day_after(f.start_day, 1) if n.working else f.start_day + timedelta(days=n.days)
    told = known(day, lambda found: True)
    return Answer(day, because(
        f"{_RULES}/65", "arrest-next-day", told, "start_day", start=f.start_day, day=day,
    ))  # fmt: skip
