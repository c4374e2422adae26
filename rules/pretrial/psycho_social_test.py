"""The psycho-social test of a suspect or accused: who tests, how long, of free will, in three stages (order 90)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.truth import UNKNOWN, YES, Maybe, Truth, is_one_of, is_true, known

METHOD = "order-90/test"
STAGES = ("preparation", "biographical-data", "psychodiagnostics")
TRAITS = ("mental-state", "intellect", "character", "values", "relations-in-a-group")


@facts_class("test")
class PsychoSocialTest:
    """One psycho-social test: by whom, how long, in which half of the day, and what was told and agreed."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 11, 3),))
    minutes: Maybe[int] = fact("count", least=1, most=1_000, borders=(60,))
    half: Maybe[str] = fact("choice", "first", "second")
    tester: Maybe[str] = fact("choice", "psychological", "pedagogical", "legal", "other")
    agrees: Maybe[bool] = fact("bool")
    aim_explained: Maybe[bool] = fact("bool")
    language_chosen: Maybe[bool] = fact("bool")


class Strict(NamedTuple):
    """The strict conditions of the method; the first half of the day is only preferable (C7)."""

    most: int = 60
    education: tuple[str, ...] = ("psychological", "pedagogical")
    consent: bool = True
    first_half: bool = False


_FAULTS = ("too-long", "unqualified-tester", "not-voluntary", "aim-not-explained", "language-not-chosen")
_WAYS = (
    Mutation("less-than-sixty", "border off by one", {"most": 59}),
    Mutation("ninety-minutes", "neighbouring list", {"most": 90}),
    Mutation("lawyers-may-test", "neighbouring list",
             {"education": ("psychological", "pedagogical", "legal")}),
    Mutation("psychologists-only", "neighbouring list", {"education": ("psychological",)}),
    Mutation("consent-not-needed", "exception ignored", {"consent": False}),
    Mutation("first-half-is-strict", "exception ignored", {"first_half": True}),
)  # fmt: skip
_NORMS = ("psych-test-max-duration", "psych-test-qualified-tester", "psych-test-voluntary-language", "s-90-test")
_PLACES = (f"{METHOD}/3", f"{METHOD}/6")


def _strict(f: PsychoSocialTest, n: Strict) -> dict[str, Condition]:
    """Each strict condition under the name of the fault that its breach is."""
    agreed = is_true(f.agrees) if n.consent else YES
    found = {
        "too-long": because(
            f"{METHOD}/3", "test-length", known(f.minutes, lambda m: m <= n.most), "minutes",
            minutes=f.minutes, limit=n.most,
        ),
        "unqualified-tester": because(
            f"{METHOD}/6", "tester-education", is_one_of(f.tester, *n.education), "tester"
        ),
        "not-voluntary": because(f"{METHOD}/3", "test-voluntary", agreed, "agrees"),
        "aim-not-explained": because(
            f"{METHOD}/3", "test-aim-explained", is_true(f.aim_explained), "aim_explained"
        ),
        "language-not-chosen": because(
            f"{METHOD}/3", "test-language-chosen", is_true(f.language_chosen), "language_chosen"
        ),
    }  # fmt: skip
    if n.first_half:
        found["second-half"] = _first_half(f)
    return found


def _first_half(f: PsychoSocialTest) -> Condition:
    return because(f"{METHOD}/3", "test-first-half", is_one_of(f.half, "first"), "half", convention="C7")


def _remark(f: PsychoSocialTest, n: Strict) -> tuple[Condition, ...]:
    """An afternoon is told beside the strict conditions and breaks none of them (C7)."""
    if f.half != "second" or n.first_half:
        return ()
    return (because(f"{METHOD}/3", "test-second-half", YES, "half", convention="C7"),)


@rule(
    "test-lawful", facts=PsychoSocialTest, on="day", edition="order-90@307", numbers=Strict(), norms=_NORMS,
    provisions=_PLACES, mutations=_WAYS,
)  # fmt: skip
def lawful(f: PsychoSocialTest, n: Strict) -> Condition:
    """Order 90, test, paras 3 and 6: at most sixty minutes, a fit tester, free will, aim and language."""
    return all_of(*_strict(f, n).values(), *_remark(f, n))


@rule(
    "test-faults", facts=PsychoSocialTest, on="day", edition="order-90@307", value="list", numbers=Strict(),
    norms=_NORMS, provisions=_PLACES, mutations=_WAYS,
)  # fmt: skip
def faults(f: PsychoSocialTest, n: Strict) -> Answer:
    """Order 90, test, paras 3 and 6: the strict conditions that were broken."""
    strict = _strict(f, n)
    whole = Condition("list", _all_known(strict), parts=tuple(strict.values()))
    if whole.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, whole)
    return Answer(tuple(name for name, held in strict.items() if held.truth is not YES), whole)


def _all_known(strict: dict[str, Condition]) -> Truth:
    return Truth.UNKNOWN if any(c.truth is Truth.UNKNOWN for c in strict.values()) else YES


@rule(
    "test-in-first-half", facts=PsychoSocialTest, on="day", edition="order-90@307",
    norms=("psych-test-first-half-of-day",), provisions=(f"{METHOD}/3",),
)  # fmt: skip
def in_first_half(f: PsychoSocialTest) -> Condition:
    """Order 90, test, para 3: preferably in the first half of the day; a remark, never a breach (C7)."""
    return _first_half(f)


class Length(NamedTuple):
    """The longest questioning in minutes."""

    minutes: int = 60


@rule(
    "test-most-minutes", facts=PsychoSocialTest, on="day", edition="order-90@307", value="amount",
    numbers=Length(), norms=("psych-test-max-duration",), provisions=(f"{METHOD}/3",),
    mutations=(Mutation("ninety-minutes", "neighbouring list", {"minutes": 90}),),
)  # fmt: skip
def most_minutes(f: PsychoSocialTest, n: Length) -> Answer:
    """Order 90, test, para 3: sixty minutes at most."""
    return Answer(n.minutes, because(f"{METHOD}/3", "test-most-minutes", YES, limit=n.minutes))


class Stages(NamedTuple):
    """The stages in their order."""

    order: tuple[str, ...] = STAGES


@rule(
    "test-stages", facts=PsychoSocialTest, on="day", edition="order-90@307", value="list", numbers=Stages(),
    norms=("psych-test-three-stages",),
    provisions=(f"{METHOD}/9", f"{METHOD}/9/1", f"{METHOD}/9/2", f"{METHOD}/9/3"),
    mutations=(Mutation("data-first", "border off by one", {"order": (STAGES[1], STAGES[0], STAGES[2])}),),
)  # fmt: skip
def stages(f: PsychoSocialTest, n: Stages) -> Answer:
    """Order 90, test, para 9: preparing, collecting biographical data, psychological diagnostics."""
    return Answer(n.order, because(f"{METHOD}/9", "test-three-stages", YES))


class Traits(NamedTuple):
    """The characteristics studied."""

    studied: tuple[str, ...] = TRAITS


@rule(
    "test-traits", facts=PsychoSocialTest, on="day", edition="order-90@307", value="list", numbers=Traits(),
    norms=("psych-test-traits",), provisions=(f"{METHOD}/13",),
    mutations=(Mutation("guilt-too", "neighbouring list", {"studied": (*TRAITS, "guilt")}),),
)  # fmt: skip
def traits(f: PsychoSocialTest, n: Traits) -> Answer:
    """Order 90, test, para 13: five characteristics of the person."""
    return Answer(n.studied, because(f"{METHOD}/13", "test-five-traits", YES))
