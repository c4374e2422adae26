"""Known mistakes: in each derivation of the cases the verdict names the step where the answer parted from the law."""

from __future__ import annotations

import copy
import csv
import json
from functools import cache
from typing import Any

import pytest

from cases.content import Case, gather
from cases.unfolding import every_state
from checks.judging import grade, read
from checks.proof import as_form, first_wrong
from tests.house.floors import ROOT

ROWS = list(csv.DictReader((ROOT / "tests/checks/known_mistakes.csv").open(encoding="utf-8")))


@cache
def cases() -> dict[str, Case]:
    return {name: Case.model_validate_json(json.dumps(raw)) for name, _, raw in gather(ROOT / "content")}


def mistaken(task: Any, changes: str) -> dict[str, dict[str, Any]]:
    """The first right answer of the file with the fields of the row changed: `step.field=value` joined by `;`."""
    answer: dict[str, dict[str, Any]] = copy.deepcopy(task.passes[0])
    for change in changes.split(";"):
        place, _, value = change.partition("=")
        step, _, field = place.partition(".")
        assert field in answer[step], f"{place}: there is no such field"
        answer[step][field] = value.split("+") if "+" in value else value
    return answer


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['case']} {row['answer']}" for row in ROWS])
def test_the_verdict_names_the_step_of_the_mistake(row: dict[str, str]) -> None:
    case = cases()[row["case"]]
    task = case.task(row["task"])
    given = read(task, as_form(task, mistaken(task, row["answer"])))
    wrong = {change.partition(".")[0] for change in row["answer"].split(";")}

    def named(facts: Any) -> bool:
        verdict = grade(task, given, facts)
        return first_wrong(verdict) == row["step"] and verdict.points >= verdict.of - len(wrong)

    # a mistake is made with nothing asked for, or with everything; one mistake costs one step
    assert any(all(map(named, every_state(case, case.facts, asked)[task.id])) for asked in (False, True))


def test_each_mistake_is_listed_once() -> None:
    rows = [(row["case"], row["task"], row["answer"]) for row in ROWS]
    assert len(set(rows)) == len(rows) >= 60


def test_every_derivation_of_the_cases_has_known_mistakes() -> None:
    known = {(row["case"], row["task"]) for row in ROWS}
    own = {(case.id, task.id) for case in cases().values() for task in case.tasks if task.kind == "derivation"}
    assert own <= known
