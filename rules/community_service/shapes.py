"""Shapes that several punishments share: days of an unnamed kind, copies of a paper, answers chosen by truths."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rules.conditions import Condition, because
from rules.duties import Duty, enter
from rules.periods import last_day
from rules.registry import Answer, Mutation, rule
from rules.terms import CALENDAR, FORWARDS, WORKING, OnDay, Term, TermFacts
from rules.truth import NO, UNKNOWN, YES, Maybe, Truth, Unknown, known


def days_unnamed(
    id_: str, *, provision: str, edition: str, count: int, norms: tuple[str, ...], who: str, regimes: tuple[str, ...]
) -> None:
    """Within `count` days whose kind the provision does not name: calendar days; working days are a reading of it.

    Rule `<id>` answers the last day, `<id>-in-time` whether it was kept. Words: `duties.<id>`.
    """
    common: dict[str, Any] = {
        "facts": TermFacts, "on": "start_day", "edition": edition, "numbers": Term(count, CALENDAR), "norms": norms,
        "provisions": (provision,), "otherwise": FORWARDS,
    }  # fmt: skip
    twice = Mutation("twice-as-long", "neighbouring list", {"length": count * 2 + 3})
    one_more = Mutation("one-more", "border off by one", {"length": count + 1})

    @rule(id_, value="day", mutations=(one_more, twice), **common)
    def last(f: TermFacts, n: Term) -> Answer:
        return _dated(id_, provision, f, n)

    @rule(f"{id_}-in-time", mutations=(twice,), **common)
    def in_time(f: TermFacts, n: Term) -> Answer:
        return _timely(id_, provision, f, n)

    for regime in regimes:
        enter(Duty(id_, regime, who, "term", count, str(CALENDAR)))


def _dated(id_: str, provision: str, f: TermFacts, n: Term) -> Answer:
    day = last_of(f, n)
    step = because(
        provision, "days-unnamed", known(day, lambda found: True), "start_day", convention="C1",
        what=f"duty:{id_}", event=f"event:{id_}", count=n.length, start=f.start_day, day=day,
    )  # fmt: skip
    return Answer(day, step, () if isinstance(day, Unknown) else ((last_of(f, n, working=True), provision),))


def _timely(id_: str, provision: str, f: TermFacts, n: Term) -> Answer:
    day = last_of(f, n)
    kept, otherwise = kept_by(f, day), kept_by(f, last_of(f, n, working=True))
    step = because(provision, "term-kept", kept, "start_day", "done_day", what=f"duty:{id_}", last=day, day=f.done_day)
    return Answer(settled(kept), step, ((otherwise, provision),) if otherwise is not kept else ())


def last_of(f: TermFacts, n: Term, *, working: bool = False) -> Maybe[date]:
    """The last day of the term; `working` reads its days as working days."""
    if isinstance(f.start_day, Unknown):
        return UNKNOWN
    unit = WORKING if working else n.unit
    return last_day(f.start_day, n.length, unit, counts_first=n.counts_first, moves_off_day=n.moves_off_day)


def kept_by(f: TermFacts, last: Maybe[date]) -> Truth:
    """Whether the thing was done by the last day."""
    if isinstance(last, Unknown) or isinstance(f.done_day, Unknown):
        return Truth.UNKNOWN
    return YES if f.done_day <= last else NO


def settled(truth: Truth) -> object:
    """The value of a truth: itself, or unknown."""
    return UNKNOWN if truth is Truth.UNKNOWN else truth


class Copies(NamedTuple):
    """How many copies."""

    copies: int


def copies(id_: str, *, provision: str, edition: str, number: int, norms: tuple[str, ...]) -> None:
    """A paper is made in so many copies: rule `<id>` answers the number. Words: `sentences.<id>` (yes)."""

    @rule(
        id_, facts=OnDay, on="day", edition=edition, value="amount", numbers=Copies(number), norms=norms,
        provisions=(provision,), mutations=(
            Mutation("one-copy", "neighbouring list", {"copies": 1}),
            Mutation("one-more", "border off by one", {"copies": number + 1}),
        ),
    )  # fmt: skip
    def made_in(f: OnDay, n: Copies) -> Answer:
        return Answer(n.copies, because(provision, id_, YES, copies=n.copies))


def first_that_holds(branches: tuple[tuple[Condition, object], ...], otherwise: object) -> Answer:
    """The value of the first condition that holds; unknown as soon as an earlier one is unknown."""
    for place, (condition, value) in enumerate(branches):
        if condition.truth is NO:
            continue
        shown = tuple(part for part, _ in branches[: place + 1])
        if condition.truth is YES:
            return Answer(value, Condition("list", YES, parts=shown[-1:]))
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=shown))
    return Answer(otherwise, Condition("list", YES, parts=tuple(part for part, _ in branches)))
