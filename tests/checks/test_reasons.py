"""Which reason passes: every deciding provision that is offered, the part before the whole, the ground of the story."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from checks.proof import faults
from tests.checks.tasks import LISTED, key, points, task, turned

LAW = "probation-law/13"
OLD, YOUNG = turned(child_born="2022-10-01"), turned(child_born="2024-03-05")
GROUNDS = [f"{LAW}/1/1", f"{LAW}/1/2", f"{LAW}/1/4", f"{LAW}/1/last"]
WHOLE = {"kind": "verdict", "rule": "pretrial-probation"}


def passing(one: Any, verdict: str, facts: Any) -> set[str]:
    return {reason for reason in one.reasons if points(one, {"verdict": verdict, "reason": reason}, facts) == (2, 2)}


def test_every_offered_provision_that_decides_is_a_reason() -> None:
    one = task(**WHOLE, reasons=[f"{LAW}/1", f"{LAW}/2", f"{LAW}/3", f"{LAW}/5"])
    told = turned(child_born="2024-03-05", form="written")
    assert passing(one, "yes", told) == {f"{LAW}/1", f"{LAW}/2"}


def test_the_whole_is_no_reason_beside_its_deciding_part() -> None:
    one = task(**LISTED, reasons=[f"{LAW}/1", *GROUNDS])
    assert passing(one, "yes", YOUNG) == {f"{LAW}/1/4"}


def test_a_ground_that_merely_neighbours_the_right_one_does_not_pass() -> None:
    one = task(**LISTED, reasons=[f"{LAW}/1/1", f"{LAW}/1/2", f"{LAW}/2"])
    assert passing(one, "yes", YOUNG) == set()


def test_on_none_of_the_grounds_only_the_ground_of_the_story_is_the_reason() -> None:
    assert passing(task(**LISTED, reasons=GROUNDS), "no", OLD) == {f"{LAW}/1/1", f"{LAW}/1/2", f"{LAW}/1/4"}
    one = task(**LISTED, reasons=GROUNDS, ground=f"{LAW}/1/4")
    assert passing(one, "no", OLD) == {f"{LAW}/1/4"}
    assert passing(one, "yes", YOUNG) == {f"{LAW}/1/4"}
    assert key(one, OLD)["reason"] == [f"{LAW}/1/4"]


def test_a_ground_that_did_not_decide_narrows_nothing() -> None:
    one = task(**WHOLE, reasons=[f"{LAW}/1/4", f"{LAW}/2"], ground=f"{LAW}/1/4")
    assert passing(one, "no", YOUNG) == {f"{LAW}/2"}


def test_a_ground_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ValidationError, match="ground"):
        task(**LISTED, reasons=GROUNDS, ground=f"{LAW}/1/3")


def test_a_ground_that_decides_nothing_in_the_story_as_told_is_a_fault() -> None:
    right, wrong_one = ({"verdict": verdict, "reason": f"{LAW}/1/4"} for verdict in ("no", "yes"))
    proved = {"passes": [right], "fails": [{"answer": wrong_one}]}
    told = task(**LISTED, reasons=GROUNDS, ground=f"{LAW}/1/4", **proved)
    assert not [fault for fault in faults(told, OLD) if "ground" in fault]
    wrong = task(**LISTED, reasons=GROUNDS, ground=f"{LAW}/1/last", **proved)
    assert [fault for fault in faults(wrong, OLD) if fault.startswith("ground")]


def test_a_key_that_is_neither_yes_nor_no_cannot_be_asked_as_a_verdict() -> None:
    one = task(kind="verdict", rule="pretrial-going-on-lawful")
    facts = {"discontinuance": {"day": "2025-11-12", "discontinued": True, "stage": "trial", "continues": True}}
    with pytest.raises(ValueError, match="not-covered"):
        key(one, facts)
    assert key(one, {"discontinuance": {**facts["discontinuance"], "stage": "investigation"}})["verdict"] == ["no"]
