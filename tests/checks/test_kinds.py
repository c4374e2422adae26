"""Every other kind of answer: right, partly right, wrong, unreadable; both readings; what a wrong answer got wrong."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from checks.judging import KINDS, marked, read
from checks.task import Task
from checks.verdict import AnswerFault
from tests.checks.tasks import FATHER, judged, key, points, task, turned

LAW = {"provisions": ["probation-law/13/2"]}
CHOICE = task(kind="choice", rule="pretrial-start", options=[
    {"id": "that-day", "text": "а", "why": "б", "value": "2025-11-10", "mutation": "oral-starts-it"},
    {"id": "not-yet", "text": "а", "why": "б", "value": "no-day"},
    {"id": "later", "text": "а", "why": "б"},
])  # fmt: skip
SEVERAL = task(kind="several", **LAW, options=[
    {"id": id_, "text": "а", "why": "б", "correct": id_ in ("one", "two", "three")}
    for id_ in ("one", "two", "three", "four", "five")
])  # fmt: skip
ORDER = task(kind="order", **LAW, items=[{"id": id_, "text": "а"} for id_ in ("a", "b", "c", "d")])
DAY = task(kind="day", rule="report-last-day")
AMOUNT = task(kind="amount", **LAW, unit="минут", value=60)
BODIES = ["probation-service", "police", "court", "local-executive-body"]
BODY = task(kind="competence", rule="competence", bodies=BODIES)
EDITION = task(kind="edition", provision="order-511/98", event="request.application_day")
CITATION = task(kind="citation", accepts=["probation-law/13/2", "order-511/98"])
SHORT = task(kind="citation", accepts=["probation-law/12"], default_act="probation-law")
DECISIVE = task(kind="decisive", rule="pretrial-list", among=["sex", "raises_alone", "disability", "applicant", "form"])
YOUNG = turned(child_born="2024-03-05")
TEXT = task(kind="reasoning", model="Үлгі", rubric=["Біріншісі"])
FRIDAY: dict[str, dict[str, object]] = {"report": {"trial_day": "2025-11-21"}}
REGISTER: dict[str, dict[str, object]] = {"competence": {"day": "2025-11-10", "task": "give-assistance"}}

ROWS: list[tuple[str, Task, Any, Any, tuple[int, int]]] = [
    ("choice, right", CHOICE, "not-yet", FATHER, (1, 1)),
    ("choice, wrong", CHOICE, "that-day", FATHER, (0, 1)),
    ("choice, an option without a value", CHOICE, "later", FATHER, (0, 1)),
    ("choice, other facts turn the key", CHOICE, "that-day", turned(form="written"), (1, 1)),
    ("several, all", SEVERAL, ["one", "two", "three"], {}, (3, 3)),
    ("several, all in another order", SEVERAL, ["three", "one", "two"], {}, (3, 3)),
    ("several, some", SEVERAL, ["one", "two"], {}, (2, 3)),
    ("several, all and one wrong", SEVERAL, ["one", "two", "three", "four"], {}, (2, 3)),
    ("several, everything marked", SEVERAL, ["one", "two", "three", "four", "five"], {}, (1, 3)),
    ("several, never below zero", SEVERAL, ["four", "five"], {}, (0, 3)),
    ("several, one right and one wrong", SEVERAL, ["one", "five"], {}, (0, 3)),
    ("order, right", ORDER, ["a", "b", "c", "d"], {}, (6, 6)),
    ("order, two neighbours changed", ORDER, ["b", "a", "c", "d"], {}, (5, 6)),
    ("order, the last put first", ORDER, ["d", "a", "b", "c"], {}, (3, 6)),
    ("order, backwards", ORDER, ["d", "c", "b", "a"], {}, (0, 6)),
    ("day, three whole working days before a Friday", DAY, "2025-11-17", FRIDAY, (1, 1)),
    ("day, the other reading", DAY, "2025-11-18", FRIDAY, (1, 1)),
    ("day, one later", DAY, "2025-11-19", FRIDAY, (0, 1)),
    ("day, one earlier", DAY, "2025-11-16", FRIDAY, (0, 1)),
    ("amount, right", AMOUNT, "60", {}, (1, 1)),
    ("amount, one less", AMOUNT, "59", {}, (0, 1)),
    ("competence, right", BODY, "local-executive-body", REGISTER, (1, 1)),
    ("competence, wrong", BODY, "probation-service", REGISTER, (0, 1)),
    ("edition, the last day of the old one", EDITION, "order-511@612", turned(application_day="2025-10-13"), (1, 1)),
    ("edition, the new one a day too early", EDITION, "order-511@733", turned(application_day="2025-10-13"), (0, 1)),
    ("edition, the first day of the new one", EDITION, "order-511@733", turned(application_day="2025-10-14"), (1, 1)),
    ("citation, right", CITATION, "Пробация туралы заңның 13-бабының 2-тармағы", {}, (3, 3)),
    ("citation, another paragraph", CITATION, "Пробация туралы заң, 13-бап, 3-тармақ", {}, (2, 3)),
    ("citation, another article of the same number", CITATION, "Пробация туралы заң, 2-бап, 2-тармақ", {}, (1, 3)),
    ("citation, the other accepted place", CITATION, "№ 511 бұйрық, 98-тармақ", {}, (2, 2)),
    ("citation, no act, one is understood", SHORT, "12-бап", {}, (2, 2)),
    ("decisive, all", DECISIVE, ["sex", "raises_alone", "disability"], YOUNG, (0, 0)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS[:-1], ids=[row[0] for row in ROWS[:-1]])
def test_points(row) -> None:
    _, one, answer, facts, expected = row
    assert points(one, answer, facts) == expected


def test_decisive_facts_are_right_minus_wrong() -> None:
    right = key(DECISIVE, YOUNG)
    assert right and "applicant" not in right and "form" not in right
    assert points(DECISIVE, right, YOUNG) == (len(right), len(right))
    assert points(DECISIVE, [*right, "form"], YOUNG) == (len(right) - 1, len(right))
    assert points(DECISIVE, ["form", "applicant"], YOUNG) == (0, len(right))
    assert points(DECISIVE, [f"request.{name}" for name in right], YOUNG) == (len(right), len(right))


def test_own_reasoning_is_kept_and_never_counts() -> None:
    verdict = judged(TEXT, "Менің дәлелім")
    assert (verdict.points, verdict.of, verdict.state) == (0, 0, "unmarked")
    assert not marked(TEXT)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_answer_is_judged_in_these_tests(kind: str) -> None:
    tried = {row[1].kind for row in ROWS} | {"reasoning", "verdict", "derivation", "board", "two-days", "document"}
    assert kind in tried


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17.11.2025", "2025-11-17"), ("2025-11-17", "2025-11-17"), ("17 қараша 2025", "2025-11-17"),
        ("2025 жылғы 17 қараша", "2025-11-17"), ("2025 жылғы 17 қарашада", "2025-11-17"), ("17/11/2025", "2025-11-17"),
        ("2025 ж. 17 карашага дейін", "2025-11-17"), ("17 ноября 2025 года", "2025-11-17"),
        ("17 November 2025", "2025-11-17"), (" 17.11.2025 ", "2025-11-17"), ("5 мамыр 2025", "2025-05-05"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str, meant: str) -> None:
    assert read(DAY, {"day": [typed]}) == meant


@pytest.mark.parametrize("typed", ["31.11.2025", "ертең", "17.11", "17.11.25.12", "2025-13-01", "0.0.0", "қараша 2025"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(AnswerFault) as caught:
        read(DAY, {"day": [typed]})
    assert (caught.value.field, caught.value.key) == ("day", "answer_not_a_day")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("60", 60), (" 60 минут", 60), ("1 200", 1200), ("1\u00a0200", 1200), ("060", 60), ("60 мин.", 60)],
)
def test_a_number_is_read_with_blanks_and_its_unit(typed: str, meant: int) -> None:
    assert read(AMOUNT, {"amount": [typed]}) == meant


@pytest.mark.parametrize("typed", ["алпыс", "-60", "6,5", "60-90", "9" * 30, "½"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(AnswerFault):
        read(AMOUNT, {"amount": [typed]})


FORMS: list[tuple[Task, dict[str, list[str]], str]] = [
    (CHOICE, {}, "option"), (CHOICE, {"option": ["none"]}, "option"), (CHOICE, {"option": ["\x00"]}, "option"),
    (SEVERAL, {}, "options"), (SEVERAL, {"options": ["one", "none"]}, "options"),
    (ORDER, {}, "place-a"), (ORDER, {"order": ["a", "b", "c"]}, "order"),
    (ORDER, {"order": ["a", "a", "b", "c"]}, "order"),
    (ORDER, {f"place-{id_}": ["1"] for id_ in "abcd"}, "order"),
    (ORDER, {"place-a": ["1"], "place-b": ["0"], "place-c": ["2"], "place-d": ["3"]}, "place-b"),
    (ORDER, {"place-a": ["1"], "place-b": ["5"], "place-c": ["2"], "place-d": ["3"]}, "place-b"),
    (ORDER, {"place-a": ["²"], "place-b": ["2"], "place-c": ["3"], "place-d": ["4"]}, "place-a"),
    (BODY, {"body": ["navy"]}, "body"), (EDITION, {"edition": ["order-90@90"]}, "edition"),
    (DECISIVE, {"decisive": ["report.trial_day"]}, "decisive"), (DECISIVE, {}, "decisive"),
    (CITATION, {"citation": ["13-бап"]}, "citation"), (CITATION, {"citation": ["сол жерде жазылған"]}, "citation"),
    (CITATION, {}, "citation"), (TEXT, {"text": ["  "]}, "text"), (TEXT, {"text": ["а" * 20_001]}, "text"),
    (AMOUNT, {"amount": ["1" * 50]}, "amount"), (DAY, {"day": ["1" * 70]}, "day"),
]  # fmt: skip


@pytest.mark.parametrize("row", FORMS, ids=[f"{one.kind} {number}" for number, (one, _, _) in enumerate(FORMS)])
def test_a_form_that_cannot_be_read_names_its_field(row) -> None:
    one, form, field = row
    with pytest.raises(AnswerFault) as caught:
        read(one, form)
    assert caught.value.field == field


def test_an_order_may_be_given_by_numbers() -> None:
    typed = {"place-a": ["4"], "place-b": ["3"], "place-c": [" 2 "], "place-d": ["1"]}
    assert read(ORDER, typed) == ["d", "c", "b", "a"]


def test_a_value_marked_twice_counts_once() -> None:
    assert read(SEVERAL, {"options": ["one", "one", "two"]}) == ["one", "two"]


def test_the_other_reading_is_said_to_be_one() -> None:
    assert judged(DAY, "2025-11-17", FRIDAY).words == "day-right"
    assert judged(DAY, "2025-11-18", FRIDAY).words == "day-right-other-reading"


@pytest.mark.parametrize(
    ("one", "answer", "facts", "mutation"),
    [
        (CHOICE, "that-day", FATHER, "oral-starts-it"),
        (DAY, "2025-11-20", FRIDAY, "day-before-trial"),
        (BODY, "probation-service", REGISTER, "service-gives-assistance"),
    ],
)  # fmt: skip
def test_a_wrong_answer_names_the_broken_rule_it_follows(one, answer, facts, mutation) -> None:
    diagnosis = judged(one, answer, facts).diagnosis
    assert diagnosis is not None and diagnosis.mutation == mutation


def test_a_wrong_answer_that_no_broken_rule_explains_has_no_diagnosis() -> None:
    assert judged(DAY, "2024-01-01", FRIDAY).diagnosis is None


TWO = [{"id": "a", "text": "а"}, {"id": "b", "text": "б"}]
BAD_TASKS: dict[str, dict[str, Any]] = {
    "a kind that does not exist": {"kind": "essay"},
    "no source": {"kind": "choice", "options": TWO},
    "a single option": {"kind": "choice", **LAW, "options": TWO[:1]},
    "two items to order": {"kind": "order", **LAW, "items": TWO},
    "nothing accepted": {"kind": "citation", "accepts": []},
    "two bodies": {"kind": "competence", "rule": "competence", "bodies": ["police", "court"]},
    "an unknown field": {"kind": "day", "rule": "report-last-day", "key": "2025-11-17"},
    "a language that we do not have": {"kind": "reasoning", "ask": {"de": "Frage"}, "model": "а", "rubric": []},
}


@pytest.mark.parametrize("name", BAD_TASKS)
def test_a_task_of_wrong_form_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        task(**BAD_TASKS[name])
