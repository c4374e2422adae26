"""The board of deadlines and the same step on two days: points, readings, proof."""

from __future__ import annotations

from typing import Any

import pytest

from checks.judging import kept, key, read
from checks.proof import faults, first_wrong
from checks.verdict import AnswerFault
from tests.checks.tasks import FATHER, judged, points, task

FILE: dict[str, dict[str, object]] = {"report": {"trial_day": "2025-11-06", "handed_day": "2025-10-24"}}
BOARD = task(
    kind="board",
    deadlines=[
        {"id": "report", "ask": "а", "rule": "report-last-day"},
        {"id": "notice", "ask": "а", "rule": "works-local-notice", "takes": {"start_day": "report.handed_day"}},
    ],
)
WOMAN: dict[str, dict[str, object]] = {
    "request": {
        "application_day": "2025-10-30", "status": "accused", "sex": "female", "born": "1988-06-15",
        "disability": False, "pregnant": False, "has_child": False, "raises_child": True, "child_born": "2023-12-20",
        "measure": "other", "agrees": True, "form": "written",
    }
}  # fmt: skip
NORMS = ["order-511/98/4", "order-511/98/3", "order-511/98/1"]
LISTED: dict[str, Any] = {"kind": "two-days", "rule": "pretrial-list-order", "norms": NORMS}
CHANGE = task(**LISTED, days=["2025-10-09", "2025-10-20"])
SAME = task(**LISTED, days=["2025-10-09", "2025-10-10"], same=True)


@pytest.mark.parametrize(
    ("report", "notice", "expected"),
    [
        ("2025-10-31", "2025-11-03", (2, 2)), ("31.10.2025", "2025 жылғы 3 қараша", (2, 2)),
        ("2025-11-03", "2025-10-31", (2, 2)), ("2025-11-04", "2025-11-03", (1, 2)),
        ("2025-11-04", "2025-11-04", (0, 2)),
    ],
)  # fmt: skip
def test_a_point_for_each_day_in_any_reading(report: str, notice: str, expected: tuple[int, int]) -> None:
    assert points(BOARD, {"report": report, "notice": notice}, FILE) == expected


def test_the_first_wrong_deadline_and_its_mistake_are_named() -> None:
    verdict = judged(BOARD, {"report": "2025-11-05", "notice": "2025-11-04"}, FILE)
    assert (first_wrong(verdict), verdict.parted) == ("report", 0)
    assert verdict.diagnosis is not None and verdict.diagnosis.mutation == "day-before-trial"


def test_a_day_that_is_missing_names_its_field() -> None:
    with pytest.raises(AnswerFault) as caught:
        read(BOARD, {"day-report": ["31.10.2025"], "day-notice": [""]})
    assert caught.value.field == "day-notice"


def test_a_board_takes_rules_of_days_alone() -> None:
    one = {"id": "a", "ask": "а", "rule": "report-opinion-shown"}
    found = list(faults(task(kind="board", deadlines=[one], passes=[{"a": "2025-10-31"}], fails=[]), FILE))
    assert any("answers truth, not day" in fault for fault in found)


def test_a_variant_may_move_every_day_of_a_board() -> None:
    later = {"report": {**FILE["report"], "trial_day": "2025-11-13"}}
    assert key(BOARD, later) != key(BOARD, FILE) and kept(BOARD, later) == kept(BOARD, FILE)


@pytest.mark.parametrize(
    ("before", "after", "norm", "expected"),
    [
        ("no", "yes", "order-511/98/3", (3, 3)), ("no", "yes", "none", (2, 3)), ("no", "no", "order-511/98/3", (2, 3)),
        ("yes", "no", "order-511/98/4", (0, 3)), ("yes", "no", "order-511/98/3", (1, 3)),
    ],
)  # fmt: skip
def test_both_days_and_the_changed_norm_have_a_point_each(before, after, norm, expected) -> None:
    assert points(CHANGE, {"before": before, "after": after, "norm": norm}, WOMAN) == expected


def test_where_nothing_changed_that_is_the_point() -> None:
    assert points(SAME, {"before": "no", "after": "no", "norm": "none"}, WOMAN) == (3, 3)
    assert points(SAME, {"before": "no", "after": "no", "norm": "order-511/98/3"}, WOMAN) == (2, 3)


def test_the_key_of_two_days_is_computed() -> None:
    assert key(CHANGE, WOMAN) == {"before": ["no"], "after": ["yes"], "norm": ["order-511/98/3"]}


PASS = {"before": "no", "after": "yes", "norm": "order-511/98/3"}
FAIL = {"answer": {"before": "no", "after": "no", "norm": "none"}}


OLD = {"request": {**WOMAN["request"], "child_born": "2018-12-20"}}


def against(**changes: Any) -> list[str]:
    facts = changes.pop("facts", WOMAN)
    given = {**LISTED, "days": ["2025-10-09", "2025-10-20"], "passes": [PASS], "fails": [FAIL], **changes}
    return list(faults(task(**given), facts))


def test_two_days_prove_themselves() -> None:
    assert against() == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"days": ["2019-10-09", "2025-10-20"], "facts": OLD}, "WordingNotHeld"),
        ({"days": ["2025-10-20", "2025-10-09"]}, "the earlier day comes first"),
        ({"days": ["2025-10-20", "2025-10-21"]}, "same is False"),
        ({"same": True}, "same is True"),
        ({"norms": ["order-511/98/1", "order-511/98/4"]}, "none of those offered changed"),
        ({"rule": "pretrial-list"}, "a decision has no event"),
        ({"rule": "nothing"}, "there is no rule"),
    ],
)
def test_what_speaks_against_two_days_is_said(changes: dict[str, Any], says: str) -> None:
    found = against(**changes)
    assert any(says in fault for fault in found), found


def test_facts_that_move_keep_their_distance_to_the_event() -> None:
    """A child under three stays as old on both days."""
    one = task(**LISTED, days=["2025-10-09", "2026-09-20"], moves=["child_born"])
    still = task(**LISTED, days=["2025-10-09", "2026-12-31"])
    young = {"request": {**WOMAN["request"], "child_born": "2023-02-01"}}
    assert key(one, young)["after"] == ["yes"]
    assert key(still, young)["after"] == ["no"]


def test_a_decision_names_its_event() -> None:
    one = task(
        kind="two-days", rule="pretrial-list", event="application_day", days=["2025-11-10", "2026-06-01"], norms=NORMS
    )
    assert set(key(one, FATHER)) == {"before", "after", "norm"}
