"""Terms of one shape: something must be done within so many days of an event, at once, before it, or at a pace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, because
from rules.duties import Duty, Pace, enter
from rules.facts import fact, facts_class
from rules.periods import BY_NUMBER, Unit, before, last_day
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.truth import UNKNOWN, YES, Maybe, Unknown, known

# days after the event and before it: a term may run either way
_GAPS = (*range(0, 16), 40, 100, 400, 1200, *(-gap for gap in (*range(1, 16), 21, 40, 70, 100, 200, 400, 800)))
_OURS = date(2025, 11, 3)
WORKING, CALENDAR, MONTHS = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS


def _starts(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.done_day, Unknown):
        return (_OURS, _OURS + timedelta(days=1))
    return tuple(facts.done_day - timedelta(days=gap) for gap in _GAPS)


def _dones(facts: Any) -> tuple[date, ...]:
    start = _OURS if isinstance(facts.start_day, Unknown) else facts.start_day
    return tuple(start + timedelta(days=gap) for gap in _GAPS)


def _events(facts: Any) -> tuple[date, ...]:
    return (_OURS, _OURS + timedelta(days=1))


@facts_class("term")
class TermFacts:
    """A term that runs: the day of the event it runs from (or up to), and the day the thing was done."""

    start_day: Maybe[date] = fact("day", near=_starts)
    done_day: Maybe[date] = fact("day", near=_dones)


@facts_class("on-day")
class OnDay:
    """The day on which the law is asked."""

    day: Maybe[date] = fact("day", near=_events)


class Term(NamedTuple):
    """How long, in what unit, and how the first and the last day count."""

    length: int
    unit: Unit = WORKING
    counts_first: bool = False
    moves_off_day: bool = False
    counts_hand_over_day: bool = False
    full_months: bool = False
    from_next_day: bool = False


# readings of a term that runs forwards: the first day counted, the last day moved off a day off, both
FORWARDS = (
    Otherwise("C1", {"counts_first": True}),
    Otherwise("C2", {"moves_off_day": True}),
    Otherwise("C1 C2", {"counts_first": True, "moves_off_day": True}),
)
# readings of a share of a term: its first day counted, all its days divided, both
SHARES = (
    Otherwise("C1", {"counts_first": True}),
    Otherwise("C12", {"by_days": True}),
    Otherwise("C1 C12", {"counts_first": True, "by_days": True}),
)
_BACKWARDS = (Otherwise("C6", {"counts_hand_over_day": True}),)
_MONTHS_BACK = (Otherwise("C18", {"full_months": True}),)


def _ways(term: Term) -> tuple[Mutation, ...]:
    """One unit more, twice as many units less one, and the other kind of days."""
    ways = [
        Mutation("one-more", "border off by one", {"length": term.length + 1}),
        Mutation("twice-as-long", "neighbouring list", {"length": term.length * 2 + 3}),
    ]
    if term.from_next_day:
        ways.append(Mutation("first-day", "first day counted", {"counts_first": True}))
    if term.unit is WORKING:
        ways.append(Mutation("calendar-days", "calendar instead of working days", {"unit": CALENDAR}))
    elif term.unit in (CALENDAR, Unit.DAYS_24H) and term.length > 1:
        # One day counted in working days is the last day moved off a day off, which C2 accepts.
        ways.append(Mutation("working-days", "calendar instead of working days", {"unit": WORKING}))
    return tuple(ways)


def deadline(
    id_: str, *, provision: str, edition: str, count: int, unit: Unit = WORKING, norms: tuple[str, ...],
    who: str, regimes: tuple[str, ...], also: tuple[str, ...] = (), from_next_day: bool = False,
) -> None:  # fmt: skip
    """Within `count` units of the event: rule `<id>` answers the last day, rule `<id>-in-time` whether it was kept.

    `count` 0 means the same day (convention C16 for «дереу»). `from_next_day`: the norm itself names the day after
    the event, so that C1 is not open and whoever counts the day of the event is wrong. Words: `duties.<id>` with
    `what`, `event`, and the sentences that all terms share. A further edition of the same norm is declared by
    calling it again.
    """
    term, places = Term(count, unit, from_next_day=from_next_day), (provision, *also)
    common: dict[str, Any] = {
        "facts": TermFacts, "on": "start_day", "edition": edition, "numbers": term, "norms": norms,
        "provisions": places, "mutations": _ways(term) if count else (_NEXT_DAY,), "otherwise": _open_ways(term),
    }  # fmt: skip

    @rule(id_, value="day", **common)
    def last(f: TermFacts, n: Term) -> Answer:
        day = last_of_term(f.start_day, n)
        return Answer(day, _by(id_, provision, f, n, day))

    @rule(f"{id_}-in-time", **common)
    def in_time(f: TermFacts, n: Term) -> Condition:
        return _kept(id_, provision, f, n, last_of_term(f.start_day, n))

    _enter(id_, regimes, who, "term" if count else "at-once", term)


_NEXT_DAY = Mutation("next-day", "border off by one", {"length": 1, "unit": CALENDAR})


def _open_ways(term: Term) -> tuple[Otherwise, ...]:
    if term.from_next_day:
        return tuple(way for way in FORWARDS if "counts_first" not in way.changes)
    return FORWARDS if term.length else ()


def at_least_before(
    id_: str, *, provision: str, edition: str, count: int, unit: Unit = WORKING, norms: tuple[str, ...],
    who: str, regimes: tuple[str, ...], also: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """At least `count` units before the event: rule `<id>` answers the last day, `<id>-in-time` whether it was kept."""
    term, places = Term(count, unit), (provision, *also)
    common: dict[str, Any] = {
        "facts": TermFacts, "on": "start_day", "edition": edition, "numbers": term, "norms": norms,
        "provisions": places, "mutations": _ways(term),
        "otherwise": _MONTHS_BACK if unit in BY_NUMBER else _BACKWARDS,
    }  # fmt: skip

    @rule(id_, value="day", **common)
    def last(f: TermFacts, n: Term) -> Answer:
        day = _latest_before(f.start_day, n)
        return Answer(day, _by(id_, provision, f, n, day, "term-before"))

    @rule(f"{id_}-in-time", **common)
    def in_time(f: TermFacts, n: Term) -> Condition:
        return _kept(id_, provision, f, n, _latest_before(f.start_day, n))

    _enter(id_, regimes, who, "before", term)


def pace(
    id_: str, *, provision: str, edition: str, times: int, per: Pace, norms: tuple[str, ...], who: str,
    regimes: tuple[str, ...], also: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """At least (or at most, as its words say) `times` in each period: rule `<id>` answers the number."""

    @rule(
        id_, facts=OnDay, on="day", edition=edition, numbers=Times(times), norms=norms, provisions=(provision, *also),
        value="amount", mutations=(
            Mutation("once-more", "border off by one", {"times": times + 1}),
            Mutation("four-times", "neighbouring list", {"times": times + 4}),
        ),
    )  # fmt: skip
    def often(f: OnDay, n: Times) -> Answer:
        return Answer(n.times, because(provision, f"pace-{per}", YES, what=f"duty:{id_}", times=n.times))

    _enter(id_, regimes, who, per, Term(times, CALENDAR))


class Times(NamedTuple):
    """How many times in one period."""

    times: int


def _enter(id_: str, regimes: tuple[str, ...], who: str, how: Pace, term: Term) -> None:
    for regime in regimes:
        duty = Duty(id_, regime, who, how, term.length, str(term.unit))
        if duty not in _entered:
            _entered.add(duty)
            enter(duty)


_entered: set[Duty] = set()


def last_of_term(start: Maybe[date], n: Term) -> Maybe[date]:
    """The last day of the term that runs from `start`; the day itself where the length is 0."""
    if isinstance(start, Unknown):
        return UNKNOWN
    if n.length == 0:
        return start
    return last_day(start, n.length, n.unit, counts_first=n.counts_first, moves_off_day=n.moves_off_day)


def _latest_before(event: Maybe[date], n: Term) -> Maybe[date]:
    if isinstance(event, Unknown):
        return UNKNOWN
    on_working = n.unit is WORKING
    return before(
        event, n.length, n.unit, counts_hand_over_day=n.counts_hand_over_day, on_working_day=on_working,
        full_months=n.full_months,
    )  # fmt: skip


def _open_in(kind: str, n: Term) -> str:
    """The convention of the count: the same day, forwards, back in days or months; none where the norm says."""
    if n.length == 0:
        return "C16"
    if kind != "term-before":
        return "" if n.from_next_day else "C1"
    return "C18" if n.unit in BY_NUMBER else "C6"


def _unit_sentence(kind: str, n: Term) -> str:
    return f"{kind}-same-day" if n.length == 0 else f"{kind}-{n.unit}"


def _by(id_: str, where: str, f: TermFacts, n: Term, day: Maybe[date], kind: str = "term-by") -> Condition:
    dated = known(day, lambda found: True)
    return because(
        where, _unit_sentence(kind, n), dated, "start_day", convention=_open_in(kind, n),
        what=f"duty:{id_}", event=f"event:{id_}", count=n.length, start=f.start_day, day=day,
    )  # fmt: skip


def _kept(id_: str, where: str, f: TermFacts, n: Term, last: Maybe[date]) -> Condition:
    gap: Maybe[int] = UNKNOWN
    if not isinstance(last, Unknown) and not isinstance(f.done_day, Unknown):
        gap = (f.done_day - last).days
    return because(
        where, "term-kept", known(gap, lambda days: days <= 0), "start_day", "done_day",
        what=f"duty:{id_}", last=last, day=f.done_day,
    )  # fmt: skip
