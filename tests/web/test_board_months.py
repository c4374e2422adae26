"""The months of the board: open near the events that the file tells, folded elsewhere, and no answer given away."""

from __future__ import annotations

import json
from datetime import date

from checks.boards import BoardTask
from web.boards import _runs

DUES = [("report", "report-last-day", {}), ("notice", "works-local-notice", {"start_day": "report.handed_day"})]


def runs(**days: str) -> list[tuple[bool, list[tuple[int, int]]]]:
    asked = [{"id": id_, "ask": "?", "rule": rule, "takes": takes} for id_, rule, takes in DUES]
    task = BoardTask.model_validate_json(
        json.dumps({"id": "t", "kind": "board", "ask": "?", "deadlines": asked})
    )
    facts = {"report": {name: date.fromisoformat(day) for name, day in days.items()}}
    return [(near, [(n // 12, n % 12 + 1) for n in run]) for near, run in _runs(task, facts)]


def test_the_month_of_an_event_and_the_next_are_open_and_the_rest_is_folded_by_year() -> None:
    assert runs(trial_day="2026-03-12", handed_day="2025-10-24") == [
        (True, [(2025, 10), (2025, 11)]), (False, [(2025, 12)]), (False, [(2026, 1), (2026, 2)]),
        (True, [(2026, 3), (2026, 4)]), (False, [(2026, 5), (2026, 6)]),
    ]  # fmt: skip


def test_an_answer_in_a_month_of_no_event_opens_nothing() -> None:
    """The report is due in October, three working days before a trial early in November."""
    shown = runs(trial_day="2025-11-04", handed_day="2025-11-03")
    assert shown[0] == (False, [(2025, 10)])
    assert [month for near, run in shown if near for month in run] == [(2025, 11), (2025, 12)]


def test_months_that_are_too_many_are_not_shown() -> None:
    assert runs(trial_day="2026-03-12", handed_day="2024-01-10") == []
