"""Which cards are due on a day, in what order, and when the next ones come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.review import grounds
from desk.review.models import Card
from desk.review.schedule import NEW_A_DAY, Exam, Pace, due_on, times_until
from desk.review.service import memory_of
from desk.review.subjects import Subjects


@dataclass(frozen=True, slots=True)
class Due:
    """A card that is due: since which day, and the provisions changed since it was last seen, now so worded."""

    card: Card
    day: date
    changed: tuple[str, ...]
    rests_on: grounds.Grounds

    @property
    def new(self) -> bool:
        """Whether it was never seen."""
        return self.card.seen_at is None


@dataclass(frozen=True, slots=True)
class Line:
    """The cards due today in their order, new ones that wait for another day, and the day of the next card."""

    due: tuple[Due, ...]
    waiting: int
    next_day: date | None
    next_number: int

    def find(self, card_id: str) -> Due | None:
        """The due card of that id."""
        return next((one for one in self.due if one.card.id == card_id), None)


def line_up(cards: Sequence[Card], subjects: Subjects, exam: Exam | None, today: date, new_left: int) -> Line:
    """Changed law first, then what is due longest, then new cards in the order they were made, so many as are left."""
    own = [card for card in cards if card.put_away_at is None and subjects.has(card.kind, card.target)]
    standing = [_standing(card, subjects, exam, today) for card in own]
    back = [one for one in standing if one.changed or (not one.new and one.day <= today)]
    fresh = [one for one in standing if one.new and one.day <= today]
    later = [one.day for one in standing if one.day > today and not one.changed]
    due = (*sorted(back, key=lambda one: (not one.changed, one.day, one.card.made_at, one.card.id)), *fresh[:new_left])
    waiting = len(fresh[new_left:])
    if waiting:
        later.extend([today + timedelta(days=1)] * min(waiting, NEW_A_DAY))
    first = min(later, default=None)
    return Line(due, waiting, first, later.count(first) if first else 0)


def _standing(card: Card, subjects: Subjects, exam: Exam | None, today: date) -> Due:
    rests_on = subjects.rests_on(card.kind, card.target, today)
    changed = grounds.changed(card.rests_on, rests_on) if card.seen_at else ()
    return Due(card, due_on(card.id, memory_of(card), exam, today), changed, rests_on)


def new_a_day(cards: Sequence[Card], exam: Exam | None, today: date) -> int:
    """How many new cards a day: twenty, or more where the days before the last look would not hold them all."""
    if exam is None or exam.day <= today:
        return NEW_A_DAY
    fresh = sum(card.seen_at is None and card.put_away_at is None for card in cards)
    days = max(1, (exam.last_days[0] - today).days)
    return max(NEW_A_DAY, -(-fresh // days))


def pace(cards: Sequence[Card], subjects: Subjects, exam: Exam | None, today: date, own: float) -> Pace | None:
    """What is left until the exam; nothing where there is none to come."""
    if exam is None or exam.day <= today:
        return None
    left = [card for card in cards if card.put_away_at is None and subjects.has(card.kind, card.target)]
    times = sum(times_until(card.id, memory_of(card), exam, today) for card in left)
    return Pace(exam.day, (exam.day - today).days, times, own)
