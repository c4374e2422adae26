"""A case and an item say so where a provision they rest on got a newer edition than they know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from cases.shaping import shape
from cases.stale import changed
from library import service as library
from library.service import STRANGER
from rules import acts
from tests.browsing import Visitor
from web import newer, pages


@pytest.fixture
def edition(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets every newest wording begin with an edition of the days given."""

    def put(first: date, read_on: date) -> None:
        made = replace(acts.acts()["probation-law"].editions[-1], first=(first, first), read_on=read_on)
        monkeypatch.setattr(newer, "newest", lambda _: made)

    return put


NEW, SEEN, LATER = date(2027, 1, 5), date(2026, 11, 1), date(2027, 2, 1)


@pytest.mark.parametrize(
    ("told", "checked", "loaded", "is_changed"),
    [
        ("2025-11-04", "2026-07-23", SEEN, True),
        ("2025-11-04", "2027-01-05", SEEN, False),
        ("2027-01-05", "2026-07-23", SEEN, False),
        ("2025-11-04", "", SEEN, True),
        ("2025-11-04", "", LATER, False),
        ("", "", SEEN, True),
    ],
)  # fmt: skip
def test_both_the_days_told_and_the_comparison_must_be_older(
    edition: Any, told: str, checked: str, loaded: date, is_changed: bool
) -> None:
    edition(NEW, LATER)
    assert bool(newer.changed(["probation-law/13/1"], told, checked, lambda: loaded)) == is_changed


def test_the_latest_day_is_found_wherever_it_stands() -> None:
    assert newer.last_day({"request": {"day": "2025-01-01", "born": "unknown"}}, ["2025-03-02"]) == "2025-03-02"
    assert newer.last_day({"request": {"count": 3, "several": ["a"]}}) == ""


def test_case_and_item_say_it_on_their_pages(visitor: Visitor, edition: Any, session: Session) -> None:
    line = "жаңа редакциясы шықты"
    paths = ("/cases/pretrial-07", "/practice/pretrial/aims-01")
    assert not [path for path in paths if line in visitor.get(path).text]
    edition(NEW, date(2999, 1, 1))
    pages.forget()
    assert [path for path in paths if line in visitor.get(path).text] == list(paths)


def test_a_case_rests_on_its_rules_and_not_on_wrong_reasons(session: Session, edition: Any) -> None:
    held = library.get(session, STRANGER, "case", "pretrial-07")
    assert held is not None
    grounds = {id_ for task in held.content.tasks for id_ in newer.grounds(task)}
    assert "probation-law/13/1/4" in grounds
    assert changed(session, held.content, shape(held.content, "base"), held.revision_id, "kk") == []
    edition(NEW, date(2999, 1, 1))
    told = changed(session, held.content, shape(held.content, "base"), held.revision_id, "kk")
    assert len(told) == len(grounds)
