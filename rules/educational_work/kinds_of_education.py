"""The six kinds of education and what each aims at (order 508, para 8)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown

_RULES = "order-508"
AIMS = ("self-control", "knowing-rights", "sense-of-beauty", "trade-for-life", "bodily-health", "criminal-outlook")


@facts_class("educational-aim")
class Aim:
    """What a measure of educational work aims at."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    aim: Maybe[str] = fact("choice", *AIMS)


class Kinds(NamedTuple):
    """The kind of education of each aim, in the order of the items of para 8."""

    self_control: str = "edu-moral"
    knowing_rights: str = "edu-social-legal"
    sense_of_beauty: str = "edu-aesthetic"
    trade_for_life: str = "edu-labour"
    bodily_health: str = "edu-physical"
    criminal_outlook: str = "edu-psychological"


@rule(
    "educational-kind", facts=Aim, on="day", edition="order-508@720", value="body", numbers=Kinds(),
    norms=("r508-six-kinds-of-education",), provisions=tuple(f"{_RULES}/8/{n}" for n in range(1, 7)),
    mutations=(
        Mutation("rights-are-moral", "neighbouring list", {"knowing_rights": "edu-moral"}),
        Mutation("outlook-is-moral", "neighbouring list", {"criminal_outlook": "edu-moral"}),
        Mutation("beauty-is-moral", "neighbouring list", {"sense_of_beauty": "edu-moral"}),
    ),
)  # fmt: skip
def kind(f: Aim, n: Kinds) -> Answer:
    """Para 8, items 1-6: each kind of education has its own aim."""
    if isinstance(f.aim, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/8/1", "educational-aim", Truth.UNKNOWN, "aim"))
    found: str = getattr(n, f.aim.replace("-", "_"))
    where = f"{_RULES}/8/{AIMS.index(f.aim) + 1}"
    return Answer(found, because(where, f"educational-aim-{f.aim}", YES, "aim"))
