"""Verdict: lawful, unlawful, cannot be decided; the reason is a mark of its own; a wrong one is diagnosed."""

from __future__ import annotations

import pytest

from checks.judging import read
from checks.verdict import AnswerFault
from tests.checks.tasks import FATHER, LISTED, REASONS, judged, key, points, task, turned

LIST = task(**LISTED, reasons=REASONS)
BARE = task(**LISTED)
WRITTEN = task(kind="verdict", rule="pretrial-written-application", reasons=REASONS)
YOUNG, OLD = turned(child_born="2024-03-05"), turned(child_born="2022-10-01")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"verdict": "undecided", "missing": "child_born"}, (2, 2)),
        ({"verdict": "undecided", "missing": "born"}, (1, 2)),
        ({"verdict": "yes", "reason": "probation-law/13/1/4"}, (0, 2)),
        ({"verdict": "no", "reason": "probation-law/13/1/4"}, (0, 2)),
    ],
)
def test_while_a_fact_is_missing_only_the_one_who_names_it_has_all_points(answer, expected) -> None:
    assert points(LIST, answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"verdict": "yes", "reason": "probation-law/13/1/4"}, (2, 2)),
        ({"verdict": "yes", "reason": "probation-law/13/2"}, (1, 2)),
        ({"verdict": "no", "reason": "probation-law/13/1/4"}, (0, 2)),
        ({"verdict": "undecided", "missing": "child_born"}, (0, 2)),
    ],
)
def test_once_the_fact_is_known_the_reason_is_a_mark_of_its_own(answer, expected) -> None:
    assert points(LIST, answer, YOUNG) == expected


def test_without_reasons_to_choose_from_a_decided_verdict_is_one_point() -> None:
    assert points(BARE, {"verdict": "yes"}, YOUNG) == (1, 1)
    assert points(BARE, {"verdict": "no"}, OLD) == (1, 1)
    assert points(BARE, {"verdict": "yes"}, OLD) == (0, 1)


def test_the_missing_fact_counts_also_where_no_reasons_are_offered() -> None:
    assert points(BARE, {"verdict": "undecided", "missing": "child_born"}) == (2, 2)


@pytest.mark.parametrize(
    ("born", "expected"), [("2022-11-10", "no"), ("2022-11-11", "yes"), ("2022-11-09", "no"), ("2025-11-09", "yes")]
)
def test_the_day_a_child_turns_three_is_the_border(born: str, expected: str) -> None:
    assert points(BARE, {"verdict": expected}, turned(child_born=born)) == (1, 1)


def test_a_reason_inside_or_around_the_right_one_is_the_same_place() -> None:
    wide = task(**LISTED, reasons=["probation-law/13/1", "probation-law/13/2", "probation-law/13/3"])
    assert points(wide, {"verdict": "yes", "reason": "probation-law/13/1"}, YOUNG) == (2, 2)


def test_a_wrong_verdict_names_the_broken_rule_it_follows() -> None:
    verdict = judged(WRITTEN, {"verdict": "yes", "reason": "probation-law/13/2"})
    assert verdict.points == 0 and verdict.diagnosis is not None
    assert verdict.diagnosis.mutation == "oral-is-enough"


def test_a_right_verdict_has_no_diagnosis_and_parts_nowhere() -> None:
    verdict = judged(WRITTEN, {"verdict": "no", "reason": "probation-law/13/2"})
    assert (verdict.points, verdict.diagnosis, verdict.parted, verdict.state) == (2, None, -1, "right")


def test_a_wrong_verdict_shows_where_it_parted_from_the_law() -> None:
    verdict = judged(LIST, {"verdict": "no", "reason": "probation-law/13/2"}, YOUNG)
    assert verdict.finding is not None
    assert verdict.finding.steps[verdict.parted].decides


def test_the_key_holds_verdict_missing_facts_and_reasons() -> None:
    open_key = key(LIST, FATHER)
    assert (open_key["verdict"], open_key["missing"]) == (["undecided"], ["child_born"])
    assert key(LIST, YOUNG)["verdict"] == ["yes"] and "probation-law/13/1/4" in key(LIST, YOUNG)["reason"]


@pytest.mark.parametrize(
    ("form", "field", "fault"),
    [
        ({}, "verdict", "answer_empty"),
        ({"verdict": [""]}, "verdict", "answer_empty"),
        ({"verdict": ["maybe"]}, "verdict", "answer_not_offered"),
        ({"verdict": ["yes"]}, "reason", "reason_empty"),
        ({"verdict": ["yes"], "reason": ["probation-law/1/2"]}, "reason", "answer_not_offered"),
        ({"verdict": ["undecided"]}, "missing", "missing_empty"),
        ({"verdict": ["undecided"], "missing": ["shoe_size"]}, "missing", "answer_not_offered"),
        ({"verdict": ["y\x00es"]}, "verdict", "answer_not_text"),
        ({"verdict": ["y" * 600]}, "verdict", "answer_too_long"),
    ],
)
def test_a_form_that_cannot_be_read_is_refused_at_its_field(form, field, fault) -> None:
    with pytest.raises(AnswerFault) as caught:
        read(LIST, form)
    assert (caught.value.field, caught.value.key) == (field, fault)


def test_a_reason_where_none_is_asked_for_is_refused() -> None:
    with pytest.raises(AnswerFault):
        read(BARE, {"verdict": ["yes"], "reason": ["probation-law/13/2"]})


def test_the_reason_of_an_undecided_answer_is_not_read() -> None:
    assert read(LIST, {"verdict": ["undecided"], "missing": ["born"], "reason": ["junk"]}) == {
        "verdict": "undecided", "missing": "born"
    }  # fmt: skip
