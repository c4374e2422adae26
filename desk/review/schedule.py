"""When a card comes back: FSRS by whole days of Almaty, a last look before an exam, and what is left until then."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache

import fsrs

from rules.moments import ALMATY

AGAIN, HARD, GOOD, EASY = (int(fsrs.Rating[name]) for name in ("Again", "Hard", "Good", "Easy"))
RATINGS = (AGAIN, HARD, GOOD, EASY)
# A law rarely stays as it is for longer.
LONGEST = 365
# Every card is seen once more within so many days before the exam.
LAST_DAYS = 7
NEW_A_DAY = 20
LONGEST_GOAL = 730


def day_of(moment: datetime) -> date:
    """The day in Almaty."""
    return moment.astimezone(ALMATY).date()


def start_of(day: date) -> datetime:
    """The moment at which the day begins in Almaty, in UTC."""
    return datetime.combine(day, time(), ALMATY).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a card is remembered: the parts of an FSRS card; `seen` and `due` are days, `due` without an exam."""

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    seen: date | None
    due: date


@cache
def _scheduler() -> fsrs.Scheduler:
    # without steps of minutes and without chance: the day that a button names is the day the card comes back
    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)


def after(memory: Memory, rating: int, day: date) -> Memory:
    """The memory after a review on the day; the card comes back on a later day."""
    seen = start_of(memory.seen) if memory.seen else None
    card = fsrs.Card(
        card_id=1, state=fsrs.State(memory.state), step=memory.step, stability=memory.stability,
        difficulty=memory.difficulty, due=start_of(memory.due), last_review=seen,
    )  # fmt: skip
    card, _ = _scheduler().review_card(card, fsrs.Rating(rating), start_of(day))
    due = max(day_of(card.due), day + timedelta(days=1))
    return Memory(int(card.state), card.step, card.stability, card.difficulty, day, due)


@dataclass(frozen=True, slots=True)
class Exam:
    """The day of the exam and the day on which it was set."""

    day: date
    set_on: date

    @property
    def last_days(self) -> tuple[date, ...]:
        """The days on which every card is seen once more; the day before where it was set on the day itself."""
        first = max(self.day - timedelta(days=LAST_DAYS), self.set_on)
        return tuple(first + timedelta(days=number) for number in range(max(1, (self.day - first).days)))


def due_on(id_: str, memory: Memory, exam: Exam | None, today: date) -> date:
    """The day a card comes back: by FSRS, but once more in the last days before an exam that lies ahead.

    A card that would come after the exam and was not seen in the last days before it comes on one of these days;
    its id chooses which, so that they are spread evenly and the day stays the same.
    """
    if exam is None or exam.day <= today or memory.due < exam.day:
        return memory.due
    days = exam.last_days
    if memory.seen is None or memory.seen >= days[0]:
        return memory.due
    return days[int(hashlib.sha256(id_.encode()).hexdigest(), 16) % len(days)]


@lru_cache(maxsize=16384)
def times_until(id_: str, memory: Memory, exam: Exam, today: date) -> int:
    """How often a card comes back before the exam if it is recalled each time."""
    times, day = 0, max(due_on(id_, memory, exam, today), today)
    while day < exam.day:
        times += 1
        memory = after(memory, GOOD, day)
        day = due_on(id_, memory, exam, day)
    return times


@dataclass(frozen=True, slots=True)
class Pace:
    """What is left until the exam: `times` in `days`, at least `needed` a day; `own` is the pace of the last days."""

    exam: date
    days: int
    times: int
    own: float

    @property
    def needed(self) -> int:
        """Cards a day."""
        return -(-self.times // max(1, self.days))

    @property
    def enough(self) -> bool:
        """Whether the pace of the last days suffices."""
        return self.own >= self.needed
