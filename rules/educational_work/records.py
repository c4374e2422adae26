"""Papers of detachment head and psychologist and the annexes that hold their forms (order 508, paras 10-55)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.tables import Items, listed
from rules.terms import OnDay
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown

_RULES = "order-508"
ANNEXES = {
    "diary": (1, "10/part-1"), "psychological-card": (2, "16"), "adaptation-programme": (3, "19/part-3"),
    "training-plan": (4, "20"), "characterisation": (5, "21"), "incentive-request": (6, "25/part-2"),
    "incentive-order": (7, "25/part-2"), "incentive-register": (8, "25/part-5"), "penalty-order": (9, "26/part-1"),
    "examination-request": (10, "32"), "convict-application": (11, "49"), "one-year-notice": (12, "50"),
    "register-of-need": (13, "51"), "release-notice": (14, "52/part-1"), "head-journal": (15, "54"),
    "attendance-journal": (16, "54"), "council-minutes": (17, "54"), "relatives-journal": (21, "55"),
}  # fmt: skip


@facts_class("educational-paper")
class Paper:
    """A paper of educational work whose form is looked for."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    paper: Maybe[str] = fact("choice", *ANNEXES)


class Annexes(NamedTuple):
    """Papers whose annex is taken for a neighbour's, and by how much the number is missed."""

    mixed: tuple[str, ...] = ()
    by: int = 0


@rule(
    "educational-annex-of", facts=Paper, on="day", edition="order-508@588", value="amount", numbers=Annexes(),
    norms=("r508-diary-opened-for-every-convict", "r508-psychologist-initial-test-and-card",
           "r508-individual-adaptation-programme", "r508-detachment-head-explains-rights-and-training",
           "r508-characterisation-when-part-of-term-served", "r508-incentive-request-and-order-forms",
           "r508-incentive-register-annex-8", "r508-penalty-imposed-by-head-acting-or-deputy",
           "r508-psychodiagnostic-request-annex-10", "r508-convict-application-at-least-1-year-before",
           "r508-authorities-notified-at-least-1-year-before", "r508-register-of-convicts-in-need",
           "r508-detachment-head-four-documents", "r508-psychologist-two-documents"),
    provisions=tuple(dict.fromkeys(f"{_RULES}/{place}" for _, place in ANNEXES.values())),
    mutations=(
        Mutation("application-for-notice", "neighbouring list", {"mixed": ("convict-application",), "by": 1}),
        Mutation("order-for-request", "neighbouring list", {"mixed": ("incentive-request",), "by": 1}),
        Mutation("card-for-diary", "neighbouring list", {"mixed": ("psychological-card",), "by": -1}),
    ),
)  # fmt: skip
def annex_of(f: Paper, n: Annexes) -> Answer:
    """The number of the annex with the form of the paper."""
    if isinstance(f.paper, Unknown):
        return Answer(UNKNOWN, because(f"{_RULES}/10/part-1", "educational-form-stands", Truth.UNKNOWN, "paper"))
    annex, place = ANNEXES[f.paper]
    number = annex + (n.by if f.paper in n.mixed else 0)
    return Answer(number, because(f"{_RULES}/{place}", "educational-form-stands", YES, "paper", number=number))


listed(
    "educational-head-documents", provision=f"{_RULES}/54", edition="order-508@720",
    items=("edu-head-journal", "edu-the-diary", "edu-attendance-journal", "edu-minutes-journal"),
    norms=("r508-detachment-head-four-documents",), wrongly="edu-psychological-card",
)  # fmt: skip
listed(
    "educational-head-journal-parts", provision=f"{_RULES}/54/1", edition="order-508@720",
    items=("edu-list-of-convicts", "edu-measures-kept", "edu-discipline-analysed", "edu-inclined-listed",
           "edu-quarterly-plan"),
    norms=("r508-detachment-head-journal-content",), wrongly="edu-minutes",
)  # fmt: skip

_JOURNALS = (
    "edu-journal-quarantine", "edu-journal-reception", "edu-journal-examinations", "edu-relatives-journal",
    "edu-journal-watched", "edu-journal-relief-room", "edu-card-file-watched",
)  # fmt: skip
_TWO = ("edu-psychological-card", "edu-relatives-journal")


def _documents(edition: str, items: tuple[str, ...], *mutations: Mutation, norms: tuple[str, ...] = ()) -> None:
    """One more wording of the psychologist's documents; mutations and norms are named once."""

    @rule(
        "educational-psychologist-documents", facts=OnDay, on="day", edition=f"{_RULES}@{edition}", value="list",
        numbers=Items(items), norms=norms, provisions=(f"{_RULES}/55",), mutations=mutations,
    )  # fmt: skip
    def documents(f: OnDay, n: Items) -> Answer:
        """Para 55: seven journals and files until order 588, a card and a journal since."""
        return Answer(n.named, because(f"{_RULES}/55", f"educational-psychologist-documents-{edition}", YES))


_documents(
    "720", _JOURNALS,
    Mutation("as-before-order-588", "repealed edition", {"named": _JOURNALS}),
    Mutation("card-forgotten", "exception ignored", {"named": ("edu-relatives-journal",)}),
    norms=("r508-psychologist-two-documents",),
)  # fmt: skip
_documents("588", _TWO)


def _card(edition: str, paper: str, *mutations: Mutation, norms: tuple[str, ...] = ()) -> None:
    """One more wording of what the psychologist fills in on a newcomer; mutations and norms are named once."""

    @rule(
        "educational-newcomer-paper", facts=OnDay, on="day", edition=f"{_RULES}@{edition}", value="list",
        numbers=Items((paper,)), norms=norms, provisions=(f"{_RULES}/16",), mutations=mutations,
    )  # fmt: skip
    def card(f: OnDay, n: Items) -> Answer:
        """Para 16: the scheme of studying the person until order 588, the psychological card since."""
        return Answer(n.named, because(f"{_RULES}/16", f"educational-newcomer-paper-{edition}", YES))


_card(
    "720", "edu-study-scheme",
    Mutation("as-before-order-588", "repealed edition", {"named": ("edu-study-scheme",)}),
    Mutation("the-diary-instead", "neighbouring list", {"named": ("edu-the-diary",)}),
    norms=("r508-psychologist-initial-test-and-card",),
)  # fmt: skip
_card("588", "edu-psychological-card")
