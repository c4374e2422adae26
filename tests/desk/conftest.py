"""A clock for tests of review: the day is set, seconds go on by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

import attempts.service
import desk.review.own.views
import desk.review.service
import desk.review.views
from tests.desk.reviewing import START, Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the day: so many after the first; minutes go on by themselves."""
    state = {"day": 0, "ticks": 0}

    def now() -> datetime:
        state["ticks"] += 1
        return START + timedelta(days=state["day"], seconds=state["ticks"])

    for module in (attempts.service, desk.review.service, desk.review.views, desk.review.own.views):
        monkeypatch.setattr(module, "now", now)
    return lambda day: state.update(day=day)
