"""Derivation: one mistake costs one step, what follows from it keeps its mark, and the verdict names the first one."""

from __future__ import annotations

from typing import Any

import pytest

from checks.judging import kept, key, read
from checks.proof import faults, first_wrong
from checks.verdict import AnswerFault
from tests.checks.tasks import judged, task

FACTS: dict[str, dict[str, object]] = {
    "report": {
        "report_day": "2025-10-22", "handed_day": "2025-10-24", "trial_day": "2025-11-06", "opinion_stated": True,
        "opinion_in_report": False, "wants_rewrite": True,
    }
}  # fmt: skip
STEPS: list[dict[str, Any]] = [
    {
        "id": "last-day", "ask": "а", "rule": "report-last-day", "gives": "term.start_day",
        "norms": ["order-90/report/9", "order-90/report/10"], "among": ["trial_day", "report_day", "handed_day"],
    },
    {
        "id": "notice", "ask": "а", "rule": "works-local-notice", "norms": ["cec/62/1/1", "order-90/report/9"],
        "among": ["start_day", "done_day", "report.report_day"],
    },
    {
        "id": "opinion", "ask": "а", "rule": "report-opinion-shown", "among": ["opinion_in_report", "wants_rewrite"],
        "norms": ["probation-law/13/4/last", "order-90/report/9"],
    },
]  # fmt: skip
RIGHT: dict[str, dict[str, Any]] = {
    "last-day": {"norm": "order-90/report/9", "fact": "trial_day", "conclusion": "2025-10-31"},
    "notice": {"norm": "cec/62/1/1", "fact": "start_day", "conclusion": "2025-11-07"},
    "opinion": {"norm": "probation-law/13/4/last", "fact": "opinion_in_report", "conclusion": "no"},
}
CHAIN = task(kind="derivation", steps=STEPS)


def but(**changes: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The right answer with some fields of some steps changed (`last_day` is the step last-day)."""
    return {id_: {**given, **changes.get(id_.replace("-", "_"), {})} for id_, given in RIGHT.items()}


def states(answer: Any) -> list[str]:
    return [row.state for row in judged(CHAIN, answer, FACTS).rows]


def test_every_step_right_gets_every_point() -> None:
    verdict = judged(CHAIN, RIGHT, FACTS)
    assert (verdict.points, verdict.of, verdict.parted, verdict.words) == (3, 3, -1, "derivation-right")


@pytest.mark.parametrize(
    ("field", "value"), [("norm", "order-90/report/10"), ("fact", "report_day"), ("conclusion", "2025-11-05")]
)
def test_one_wrong_field_costs_its_step_and_is_named(field: str, value: str) -> None:
    answer = but(last_day={field: value}, notice={"conclusion": "2025-11-12"} if field == "conclusion" else {})
    verdict = judged(CHAIN, answer, FACTS)
    assert (verdict.points, verdict.parted, first_wrong(verdict)) == (2, 0, "last-day")
    assert verdict.rows[0].wrong == (field,)


def test_a_conclusion_is_carried_into_the_steps_after_it() -> None:
    carried = but(last_day={"conclusion": "2025-11-05"}, notice={"conclusion": "2025-11-12"})
    assert states(carried) == ["wrong", "followed", "right"]
    assert judged(CHAIN, carried, FACTS).points == 2


def test_what_does_not_follow_from_ones_own_conclusion_is_wrong() -> None:
    assert states(but(last_day={"conclusion": "2025-11-05"})) == ["wrong", "wrong", "right"]


def test_another_reading_passes_and_is_carried() -> None:
    assert states(but(last_day={"conclusion": "2025-11-03"}, notice={"conclusion": "2025-11-10"}))[0] == "right"


def test_a_conclusion_that_the_next_rule_refuses_is_put_right_for_it() -> None:
    """The step cannot follow from the step before: it is judged on what the law gives there, and says so."""
    verdict = judged(CHAIN, but(last_day={"conclusion": "1999-01-05"}), FACTS)
    assert [row.state for row in verdict.rows] == ["wrong", "right", "right"]
    assert [row.refused for row in verdict.rows] == [False, True, False]


def test_a_wrong_conclusion_names_the_broken_rule_it_follows() -> None:
    verdict = judged(CHAIN, but(last_day={"conclusion": "2025-11-05"}), FACTS)
    assert verdict.diagnosis is not None and verdict.diagnosis.mutation == "day-before-trial"


def test_the_key_is_computed_on_what_the_law_gives_at_each_step() -> None:
    found = key(CHAIN, FACTS)
    assert found["last-day"]["conclusion"][0] == "2025-10-31"
    assert found["notice"] == {
        "conclusion": ["2025-11-07", "2025-11-06"], "norm": ["cec/62/1/1"], "fact": {"cec/62/1/1": ["start_day"]},
    }  # fmt: skip
    assert "conclusion" not in kept(CHAIN, FACTS)["notice"] and kept(CHAIN, FACTS)["opinion"]["conclusion"] == ["no"]


def test_the_key_moves_with_the_facts() -> None:
    later = {"report": {**FACTS["report"], "trial_day": "2025-11-13"}}
    assert key(CHAIN, later) != key(CHAIN, FACTS) and kept(CHAIN, later) == kept(CHAIN, FACTS)


@pytest.mark.parametrize("missing", ["norm-last-day", "fact-notice", "conclusion-opinion"])
def test_a_field_left_empty_is_named(missing: str) -> None:
    form = {f"{name}-{id_}": [str(value)] for id_, given in RIGHT.items() for name, value in given.items()}
    with pytest.raises(AnswerFault) as caught:
        read(CHAIN, {name: values for name, values in form.items() if name != missing})
    assert caught.value.field == missing


def proved(answer: Any = RIGHT, step: str = "last-day", **changes: Any) -> list[str]:
    """What speaks against the task with its first step changed."""
    fail = {"answer": but(last_day={"fact": "report_day"}), "step": step}
    steps = [{**STEPS[0], **changes}, *STEPS[1:]]
    return list(faults(task(kind="derivation", steps=steps, passes=[answer], fails=[fail]), FACTS))


def test_a_task_proves_itself() -> None:
    assert proved() == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rule": "no-such-rule"}, "there is no rule"),
        ({"norms": ["order-90/report/9", "order-90/none"]}, "is not held"),
        ({"norms": ["order-90/report/10", "probation-law/13/4/last"]}, "norms: right are []"),
        ({"among": ["report_day", "handed_day"]}, "among: right are []"),
        ({"among": ["trial_day"]}, "among: right are ['trial_day']"),
        ({"among": ["trial_day", "no_such"]}, "there is no fact 'no_such'"),
        ({"gives": "term.nothing"}, "there is no fact 'term.nothing'"),
        ({"takes": {"nothing": "report.trial_day"}}, "has no fact 'nothing'"),
        ({"step": "opinion"}, "the first wrong step is last-day"),
        ({"answer": but(opinion={"conclusion": "yes"})}, "gets 2 of 3"),
    ],
)
def test_what_speaks_against_a_task_is_said(changes: dict[str, Any], says: str) -> None:
    found = proved(**changes)
    assert any(says in fault for fault in found), found


def test_a_step_may_take_its_fact_from_elsewhere_in_the_file() -> None:
    first = {**STEPS[1], "takes": {"start_day": "report.handed_day"}}
    one = task(kind="derivation", steps=[first, STEPS[2]])
    assert key(one, FACTS)["notice"]["conclusion"] == ["2025-11-03", "2025-10-31"]
