"""Letters of convicts in the arrest facility: censorship and what is never passed on (paras 50-51)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, because
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.truth import Maybe, is_one_of, known, opposite

EDITION = "order-504@736"
_RULES = "order-504"
BLOCKING = ("secret-writing", "cipher", "conventions", "jargon", "cynical", "state-secret")


@facts_class("arrest-letter")
class Letter:
    """One letter of a convict: to whom it goes and what is in it."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 1, 12),))
    addressee: Maybe[str] = fact("choice", "supervising-body", "other-state-body", "relative", "lawyer", "other")
    contents: Maybe[frozenset[str]] = fact("several", *BLOCKING, "complaint-about-facility")


class Free(NamedTuple):
    """Addressees whose letters are not censored."""

    free: tuple[str, ...] = ("supervising-body",)


@rule(
    "arrest-letter-censored", facts=Letter, on="day", edition=EDITION, numbers=Free(),
    norms=("uncensored-addressees", "censorship-and-blocked-letters"), provisions=(f"{_RULES}/50", f"{_RULES}/51"),
    mutations=(
        Mutation("every-state-body-free", "neighbouring list", {"free": ("supervising-body", "other-state-body")}),
        Mutation("everything-censored", "exception ignored", {"free": ()}),
    ),
)  # fmt: skip
def letter_censored(f: Letter, n: Free) -> Condition:
    """Paras 50-51: all letters, save those to state bodies that control and supervise the facility."""
    free = is_one_of(f.addressee, *n.free)
    return because(f"{_RULES}/50", "arrest-censored", opposite(free), "addressee")


class Blocking(NamedTuple):
    """What keeps a letter from being passed on."""

    features: tuple[str, ...] = BLOCKING


@rule(
    "arrest-letter-passed-on", facts=Letter, on="day", edition=EDITION, numbers=Blocking(),
    norms=("censorship-and-blocked-letters",), provisions=(f"{_RULES}/51",),
    mutations=(
        Mutation("jargon-allowed", "exception ignored",
                 {"features": tuple(name for name in BLOCKING if name != "jargon")}),
        Mutation("complaints-blocked", "neighbouring list", {"features": (*BLOCKING, "complaint-about-facility")}),
    ),
)  # fmt: skip
def letter_passed_on(f: Letter, n: Blocking) -> Condition:
    """Para 51: no secret writing, cipher, other conventions, convicts' jargon, cynical words, protected secrets."""
    clean = known(f.contents, lambda names: not names & frozenset(n.features))
    return because(f"{_RULES}/51", "arrest-letter-clean", clean, "contents")
