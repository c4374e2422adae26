"""Days as the strip template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from kazakh.sentences import fill
from rules.calendar import YearNotHeld, is_working
from web import linking

MARGIN_DAYS = 3


def case_strip(events: Sequence[Any], lang: str) -> dict[str, Any] | None:
    """The strip of a case's days with days off, or nothing where it has no days."""
    if not events:
        return None
    days = [date.fromisoformat(event.day) for event in events]
    start, end = min(days) - timedelta(days=MARGIN_DAYS), max(days) + timedelta(days=MARGIN_DAYS)
    return {
        "label": _("Істің күндері"), "start": start, "end": end, "off": days_off(start, end),
        "events": [
            {
                "day": day, "text": linking.words(event.text, lang), "words": fill("{day}", {"day": day}, lang),
                "fact": event.fact,
            }
            for day, event in zip(days, events, strict=True)
        ],
    }  # fmt: skip


def days_off(start: date, end: date) -> list[date]:
    """Days off between both days; none where the span is too long to draw them or the calendar is not held."""
    if (end - start).days > 120:
        return []
    try:
        return [d for n in range((end - start).days + 1) if not is_working(d := start + timedelta(days=n))]
    except YearNotHeld:
        return []
