"""What socio-legal assistance consists of at the pre-trial stage (Law 6(1), 13(3))."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Unknown, is_one_of, is_true

_ARTICLE = "probation-law/6/1"
ITEMS = {
    f"{_ARTICLE}/1": (
        "medical-care", "secondary-education", "trade-training", "job-search", "psychological-support",
        "benefits",
    ),
    f"{_ARTICLE}/2": ("counselling", "patronage", "family-ties"),
    f"{_ARTICLE}/3": ("place-of-stay", "rehabilitation-events", "cultural-events"),
    f"{_ARTICLE}/4": ("legal-advice",),
}  # fmt: skip
MEASURES = tuple(measure for measures in ITEMS.values() for measure in measures)
OUTSIDE = ("bank-loan", "cash", "debt-payment", "defence-in-court")


@facts_class("assistance")
class Assistance:
    """A measure that a suspect or accused asks for at the pre-trial stage."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    measure: Maybe[str] = fact("choice", *MEASURES, *OUTSIDE)
    parties_agree: Maybe[bool] = fact("bool")


class Measures(NamedTuple):
    """The list of measures, and whether family ties need the agreement of both sides."""

    named: tuple[str, ...] = MEASURES
    agreement: bool = True


_WAYS = (
    Mutation("six-matters-only", "neighbouring list", {"named": ITEMS[f"{_ARTICLE}/1"]}),
    Mutation("loan-too", "neighbouring list", {"named": (*MEASURES, "bank-loan")}),
)
_NORMS = (
    "pretrial-help-scope", "socio-legal-help-six-matters", "social-ties-support-measures", "s-law-6-items",
    "law-social-legal-assistance-six-subjects", "social-domestic-adaptation-measures", "family-ties-mutual-consent",
)  # fmt: skip
_PROVISIONS = ("probation-law/13/3", _ARTICLE, *ITEMS)


@rule(
    "assistance-within", facts=Assistance, on="day", edition="probation-law@2020-01", numbers=Measures(),
    norms=_NORMS, provisions=_PROVISIONS,
    mutations=(*_WAYS, Mutation("agreement-not-needed", "exception ignored", {"agreement": False})),
)  # fmt: skip
def within(f: Assistance, n: Measures) -> Condition:
    """Law 13(3) with 6(1): the measures of art. 6; ties with the family only where both sides agree."""
    listed = because(_place(f.measure), "measure-listed", is_one_of(f.measure, *n.named), "measure")
    if f.measure != "family-ties":
        return listed
    both = is_true(f.parties_agree) if n.agreement else YES
    return all_of(listed, because(f"{_ARTICLE}/2", "parties-agree", both, "parties_agree"))


def _place(measure: Maybe[str]) -> str:
    """The item of art. 6(1) that names the measure; the whole part where none does."""
    return next((place for place, measures in ITEMS.items() if measure in measures), _ARTICLE)


@rule(
    "assistance-item", facts=Assistance, on="day", edition="probation-law@2020-01", value="place",
    norms=_NORMS, provisions=_PROVISIONS,
)  # fmt: skip
def item(f: Assistance) -> Answer:
    """Law 6(1): the item that names the measure; `outside` where none does."""
    if isinstance(f.measure, Unknown):
        return Answer(UNKNOWN, because(_ARTICLE, "measure-listed", is_one_of(f.measure), "measure"))
    listed = is_one_of(f.measure, *MEASURES)
    step = because(_place(f.measure), "measure-listed", listed, "measure")
    return Answer(_place(f.measure) if listed is YES else "outside", step)


@rule(
    "assistance-measures", facts=Assistance, on="day", edition="probation-law@2020-01", value="list",
    numbers=Measures(), norms=_NORMS, provisions=_PROVISIONS, mutations=_WAYS,
)  # fmt: skip
def measures_of_assistance(f: Assistance, n: Measures) -> Answer:
    """Law 13(3) with 6(1): all measures of assistance, in the order of the article."""
    return Answer(n.named, because("probation-law/13/3", "measures-of-article-6", YES))
