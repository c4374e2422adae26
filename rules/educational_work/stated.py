"""Shapes of order 508 that state one thing: a list, a body, a figure, or what a table gives for a choice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from rules.conditions import because
from rules.registry import Answer, Mutation, rule
from rules.tables import Paragraphs
from rules.terms import OnDay
from rules.truth import UNKNOWN, YES, Truth, Unknown

RULES = "order-508"
PREFIX = "educational"


def near(facts: object) -> tuple[date, ...]:
    """A day on which the present wording applies."""
    return (date(2025, 11, 3),)


_ORDER = Paragraphs(RULES, f"{PREFIX}-")
one_list, one_body = _ORDER.listed, _ORDER.acts_here


class Figure(NamedTuple):
    """One number."""

    number: int


def figure(id_: str, where: str, edition: str, number: int, wrong: tuple[int, int], *norms: str) -> None:
    """Rule `<id>` answers the number; `wrong` are one beside it and one of a neighbouring provision."""

    @rule(
        id_, facts=OnDay, on="day", edition=f"{RULES}@{edition}", value="amount", numbers=Figure(number), norms=norms,
        provisions=(f"{RULES}/{where}",), mutations=(
            Mutation("border-missed", "border off by one", {"number": wrong[0]}),
            Mutation("neighbours-number", "neighbouring list", {"number": wrong[1]}),
        ),
    )  # fmt: skip
    def stated(f: OnDay, n: Figure) -> Answer:
        return Answer(n.number, because(f"{RULES}/{where}", id_, YES, number=n.number))


class Table(NamedTuple):
    """What the law gives for each choice."""

    of: Mapping[Any, object]


def chosen(
    id_: str, *, facts: type, by: str, where: str, edition: str, value: str, table: Mapping[Any, object],
    wrong: Mapping[str, Mapping[Any, object]], norms: tuple[str, ...],
) -> None:  # fmt: skip
    """Rule `<id>` answers what `table` gives for the fact `by`; `wrong` names mutations and what they change in it.

    `facts` has the fact `day`. Words: `sentences.<id>` (yes with the slot `found` where it is no list, unknown).
    """
    place = f"{RULES}/{where}"
    mutations = tuple(
        Mutation(name, "neighbouring list", {"of": {**table, **change}}) for name, change in wrong.items()
    )

    @rule(
        id_, facts=facts, on="day", edition=f"{RULES}@{edition}", value=value, numbers=Table(table), norms=norms,
        provisions=(place,), mutations=mutations,
    )  # fmt: skip
    def given(f: Any, n: Table) -> Answer:
        choice = getattr(f, by)
        if isinstance(choice, Unknown):
            return Answer(UNKNOWN, because(place, id_, Truth.UNKNOWN, by))
        found = n.of[choice]
        slots: dict[str, Any] = {} if isinstance(found, tuple) else {"found": found}
        return Answer(found, because(place, id_, YES, by, **slots))
