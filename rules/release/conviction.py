"""The conviction record: on which day it ends (CC 79; 89 for crimes committed as a minor)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.periods import last_day
from rules.registry import Answer, Mutation, Otherwise, rule
from rules.release.shares import EDITION
from rules.terms import MONTHS
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown

_SERVED = date(2025, 11, 3)
_ITEMS = {"minor-or-medium": "cc/79/3/3", "grave": "cc/79/3/4", "grave-person": "cc/79/3/5",
          "especially-grave": "cc/79/3/5", "especially-grave-person": "cc/79/3/5-1"}  # fmt: skip


@facts_class("conviction")
class Conviction:
    """What a person was punished with, for what, and when it was served (or control ended)."""

    ended_day: Maybe[date] = fact("day", near=lambda facts: (_SERVED, _SERVED + timedelta(days=1)))
    punishment: Maybe[str] = fact("choice", "imprisonment", "milder", "conditional", "misdemeanour", "released")
    rank: Maybe[str] = fact("choice", *_ITEMS)
    crime_as_minor: Maybe[bool] = fact("bool")


class Years(NamedTuple):
    """Years after imprisonment for the five ranks, for adults and for crimes committed as a minor."""

    adults: tuple[int, ...] = (3, 6, 8, 8, 10)
    minors: tuple[int, ...] = (1, 2, 2, 3, 3)
    after_milder: int = 0
    misdemeanours: bool = False
    counts_first: bool = False


def _after_imprisonment(f: Conviction, n: Years) -> Answer:
    if isinstance(f.rank, Unknown) or isinstance(f.crime_as_minor, Unknown) or isinstance(f.ended_day, Unknown):
        open_ = because("cc/79/3/3", "conviction-years", Truth.UNKNOWN, "rank", "crime_as_minor", "ended_day")
        return Answer(UNKNOWN, open_)
    years = (n.minors if f.crime_as_minor else n.adults)[list(_ITEMS).index(f.rank)]
    day = last_day(f.ended_day, years * 12, MONTHS, counts_first=n.counts_first)
    where = "cc/89" if f.crime_as_minor else _ITEMS[f.rank]
    step = because(where, "conviction-years", YES, "rank", "crime_as_minor", "ended_day", convention="C1",
                   years=years, start=f.ended_day, day=day)  # fmt: skip
    return Answer(day, step)


@rule(
    "conviction-record-ends", facts=Conviction, on="ended_day", edition=EDITION, value="day", numbers=Years(),
    norms=("s-cc-79-conviction",),
    provisions=("cc/79/2", "cc/79/3/1", "cc/79/3/2", *dict.fromkeys(_ITEMS.values()), "cc/89"),
    otherwise=(Otherwise("C1", {"counts_first": True}),),
    mutations=(
        Mutation("person-ignored", "exception ignored", {"adults": (3, 6, 6, 8, 8)}),
        Mutation("three-for-all", "neighbouring list", {"adults": (3, 3, 3, 3, 3)}),
        Mutation("minors-as-adults", "exception ignored", {"minors": (3, 6, 8, 8, 10)}),
        Mutation("a-year-after-milder", "neighbouring list", {"after_milder": 12}),
        Mutation("misdemeanour-too", "exception ignored", {"misdemeanours": True}),
    ),
)  # fmt: skip
def record_ends(f: Conviction, n: Years) -> Answer:
    """CC 79(2)-(3), 89: at once after milder punishments and control, years after imprisonment; none otherwise."""
    if isinstance(f.punishment, Unknown):
        return Answer(UNKNOWN, because("cc/79/3/2", "conviction-punishment", Truth.UNKNOWN, "punishment"))
    if f.punishment == "imprisonment":
        return _after_imprisonment(f, n)
    if f.punishment in ("misdemeanour", "released") and not n.misdemeanours:
        return Answer("no-record", because("cc/79/2", "conviction-none", YES, "punishment"))
    where, sentence = (
        ("cc/79/3/1", "conviction-after-control") if f.punishment == "conditional"
        else ("cc/79/3/2", "conviction-after-milder")
    )  # fmt: skip
    if isinstance(f.ended_day, Unknown):
        return Answer(UNKNOWN, because(where, sentence, Truth.UNKNOWN, "ended_day"))
    day = f.ended_day if n.after_milder == 0 else last_day(f.ended_day, n.after_milder, MONTHS)
    return Answer(day, because(where, sentence, YES, "punishment", "ended_day", day=day))
