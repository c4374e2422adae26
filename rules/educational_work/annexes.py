"""What decides in the annexes: card, programme, training hours, struck-out forms (order 508, annexes 2-4, 15-24)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rules.conditions import Condition, because
from rules.educational_work.stated import PREFIX, RULES, chosen, near, one_list
from rules.facts import fact, facts_class
from rules.registry import Mutation, rule
from rules.terms import MONTHS, deadline, pace
from rules.truth import Maybe, is_one_of, opposite

_WORK = ("educational-work",)


@facts_class("educational-card-section")
class CardSection:
    """A work section of the psychological card."""

    day: Maybe[date] = fact("day", near=near)
    section: Maybe[str] = fact("choice", "first", "second", "third")


chosen(
    "educational-card-section-filler", facts=CardSection, by="section", where="annex-2", edition="588", value="body",
    table={"first": f"{PREFIX}-psychologist", "second": f"{PREFIX}-psychologist", "third": f"{PREFIX}-council-members"},
    wrong={
        "psychologist-fills-all": {"third": f"{PREFIX}-psychologist"},
        "council-fills-second": {"second": f"{PREFIX}-council-members"},
    },
    norms=("r508-annex-2-section-fillers",),
)  # fmt: skip


def _levels(names: str) -> tuple[str, ...]:
    return tuple(f"{PREFIX}-level-{name}" for name in names.split())


SCALES = {
    "nervous-stability": _levels("high good medium satisfactory low unsatisfactory"),
    "self-esteem": _levels("adequate excessive low unstable"),
    "view-of-employment": _levels("positive neutral negative"),
    "suicide-risk": _levels("none weak medium high"),
    "anxiety": _levels("low medium high"),
    "depression": _levels("none weak medium strong"),
    "hopelessness": _levels("none mild medium severe"),
    "adaptation": _levels("low satisfactory normal high"),
    "sincerity": _levels("low satisfactory high"),
    "empathy": _levels("very-high medium low very-low"),
    "frustration": _levels("low medium high"),
    "rigidity": _levels("low medium high"),
    "loneliness": _levels("low medium high"),
}


@facts_class("educational-card-feature")
class Feature:
    """A feature that the psychological card describes on a scale."""

    day: Maybe[date] = fact("day", near=near)
    feature: Maybe[str] = fact("choice", *SCALES)


chosen(
    "educational-card-scale", facts=Feature, by="feature", where="annex-2", edition="588", value="list", table=SCALES,
    wrong={
        "risk-in-three-levels": {"suicide-risk": _levels("low medium high")},
        "depression-in-three-levels": {"depression": _levels("low medium high")},
        "empathy-with-high": {"empathy": _levels("high medium low")},
    },
    norms=("r508-annex-2-nervous-stability-and-self-esteem-scales", "r508-annex-2-suicide-risk-scale",
           "r508-annex-2-anxiety-depression-hopelessness-scales", "r508-annex-2-adaptation-sincerity-empathy-scales",
           "r508-annex-2-three-level-scales"),
)  # fmt: skip

one_list("educational-programme-chain", "annex-3", "720", "drawn-with-council agreed-by-department approved-by-head",
         "approved-by-court", "r508-annex-3-drawn-up-with-council")  # fmt: skip
deadline(
    "educational-programme-made", provision=f"{RULES}/annex-3", edition=f"{RULES}@720", count=1, unit=MONTHS,
    norms=("r508-annex-3-made-in-first-month-in-detachment",), who="institution-administration", regimes=_WORK,
)  # fmt: skip
pace(
    "educational-programme-talks", provision=f"{RULES}/annex-3", edition=f"{RULES}@720", times=1, per="monthly",
    norms=("r508-annex-3-psychological-talks-monthly",), who="institution-administration", regimes=_WORK,
)  # fmt: skip
one_list("educational-programme-on-transfer", "annex-3", "720", "programme-filed programme-continued",
         "programme-made-anew", "r508-annex-3-follows-convict-on-transfer")  # fmt: skip
one_list("educational-help-volume-authors", "annex-3", "720", "placement-officer detachment-head psychologist",
         "school-director", "r508-annex-3-note-programme-one-year-before-release")  # fmt: skip
pace(
    "educational-discipline-analysis", provision=f"{RULES}/annex-15", edition=f"{RULES}@720", times=1, per="quarterly",
    norms=("r508-annex-15-quarterly-discipline-analysis",), who="institution-administration", regimes=_WORK,
)  # fmt: skip

LECTURES = (3, 1, 1, 1, 3, 6, 1, 2, 4, 1, 3, 1, 1, 1, 1, 8, 5, 5, 3, 3)
TALKS = (1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 3, 1, 1, 1, 1, 2, 1, 1, 1, 1)
TOPICS = tuple(range(1, 21))


@facts_class("educational-training-topic")
class Topic:
    """A topic of the plan of social-legal training."""

    day: Maybe[date] = fact("day", near=near)
    topic: Maybe[int] = fact("count", least=1, most=20, borders=(6, 9, 11, 16))


def _hours(id_: str, hours: tuple[int, ...], wrong: dict[str, dict[int, int]], *more: str) -> None:
    chosen(
        id_, facts=Topic, by="topic", where="annex-4", edition="750", value="amount",
        table=dict(zip(TOPICS, hours, strict=True)), wrong=wrong, norms=("r508-annex-4-hours-by-topic", *more),
    )  # fmt: skip


_BOTH = ("r508-annex-4-appc-topic-8-hours", "r508-annex-4-longest-topic-strategic-programmes")
_hours("educational-topic-hours", tuple(map(sum, zip(LECTURES, TALKS, strict=True))),
       {"lectures-only": {6: 6, 16: 8}, "two-for-every-topic": dict.fromkeys(TOPICS, 2)}, *_BOTH)  # fmt: skip
_hours("educational-topic-lectures", LECTURES, {"talks-too": {6: 8, 16: 10}, "one-for-first": {1: 1}}, *_BOTH)
_hours("educational-topic-talks", TALKS, {"one-for-each": dict.fromkeys(TOPICS, 1), "lectures-too": {11: 6}}, *_BOTH)

STRUCK = tuple(f"annex-{number}" for number in (18, 19, 20, 22, 23, 24))
FORMS = ("annex-16", "annex-21", *STRUCK)


@facts_class("educational-form")
class Form:
    """A form of the annexes and the day on which it would be kept."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2021, 6, 1), date(2025, 11, 3)))
    form: Maybe[str] = fact("choice", *FORMS)


class Forms(NamedTuple):
    """Forms that were struck out."""

    struck: tuple[str, ...]


_PLACES = tuple(f"{RULES}/{form}" for form in FORMS)
_FORM_NORMS = tuple(f"r508-annex-{name}" for name in (
    "18-excluded-quarantine-reception-journal", "19-excluded-consultations-journal",
    "20-excluded-test-protocols-journal", "22-excluded-preventive-record-journal",
    "23-excluded-relaxation-room-journal", "24-excluded-card-index",
))  # fmt: skip


def _in_force(f: Form, n: Forms) -> Condition:
    place = f"{RULES}/{f.form}" if f.form in FORMS else f"{RULES}/annex-18"
    return because(place, "educational-form-in-use", opposite(is_one_of(f.form, *n.struck)), "form")


@rule(
    "educational-form-in-force", facts=Form, on="day", edition=f"{RULES}@720", numbers=Forms(()), norms=_FORM_NORMS,
    provisions=_PLACES,
)  # fmt: skip
def form_before(f: Form, n: Forms) -> Condition:
    """Annexes 16-24 before order 588: every form stands."""
    return _in_force(f, n)


@rule(
    "educational-form-in-force", facts=Form, on="day", edition=f"{RULES}@588", numbers=Forms(STRUCK), provisions=(),
    mutations=(
        Mutation("wording-before", "repealed edition", edition=f"{RULES}@720"),
        Mutation("attendance-struck-too", "neighbouring list", {"struck": (*STRUCK, "annex-16")}),
    ),
)  # fmt: skip
def form_now(f: Form, n: Forms) -> Condition:
    """Order 588 struck out annexes 18-20 and 22-24."""
    return _in_force(f, n)
