"""When cards come back: by FSRS, before an exam, and in what order; what they rest on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.review import grounds
from desk.review.schedule import (
    AGAIN,
    EASY,
    GOOD,
    HARD,
    LAST_DAYS,
    LONGEST,
    RATINGS,
    Exam,
    Memory,
    Pace,
    after,
    day_of,
    due_on,
    start_of,
    times_until,
)
from rules import acts

TODAY = date(2026, 11, 20)
NEW = Memory(1, 0, None, None, None, TODAY)


def days(*numbers: int) -> list[date]:
    """Days from today."""
    return [TODAY + timedelta(days=number) for number in numbers]


def test_a_better_rating_never_comes_back_sooner() -> None:
    memory = NEW
    for _ in range(6):
        found = [after(memory, rating, memory.due).due for rating in RATINGS]
        assert found == sorted(found) and found[0] > memory.due
        memory = after(memory, GOOD, memory.due)


def test_what_was_not_recalled_comes_back_tomorrow() -> None:
    known = after(after(NEW, EASY, TODAY), EASY, TODAY + timedelta(days=8))
    assert after(NEW, AGAIN, TODAY).due == TODAY + timedelta(days=1)
    assert after(known, AGAIN, known.due).due < known.due + timedelta(days=10)


def test_the_day_of_a_button_is_the_day_it_comes_back() -> None:
    assert {after(NEW, HARD, TODAY).due for _ in range(20)} == {after(NEW, HARD, TODAY).due}


def test_no_card_rests_longer_than_a_year() -> None:
    memory = NEW
    for _ in range(12):
        memory = after(memory, EASY, memory.due)
    assert memory.seen is not None and (memory.due - memory.seen).days == LONGEST


def test_a_day_is_that_of_almaty() -> None:
    late = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)
    assert day_of(late) == TODAY + timedelta(days=1)
    assert day_of(start_of(TODAY)) == TODAY and day_of(start_of(TODAY) - timedelta(seconds=1)) < TODAY


@pytest.mark.parametrize("id_", [f"card-{number}" for number in range(30)])
@pytest.mark.parametrize("ahead", [1, 2, 5, 8, 30, 120])
def test_every_card_is_seen_once_more_in_the_last_days(id_: str, ahead: int) -> None:
    exam = Exam(TODAY + timedelta(days=ahead), TODAY)
    memory, day, seen = after(NEW, EASY, TODAY - timedelta(days=1)), TODAY, []
    while day < exam.day:
        if due_on(id_, memory, exam, day) <= day:
            memory = after(memory, EASY, day)
            seen.append(day)
        day += timedelta(days=1)
    last = [one for one in seen if one >= exam.day - timedelta(days=LAST_DAYS)]
    assert len(last) == 1


def test_an_exam_brings_cards_forward_only() -> None:
    memory = after(NEW, GOOD, TODAY)
    exam = Exam(TODAY + timedelta(days=60), TODAY)
    assert due_on("x", memory, exam, TODAY) == memory.due


def test_cards_are_spread_over_the_last_days() -> None:
    exam = Exam(TODAY + timedelta(days=30), TODAY)
    memory = Memory(2, None, 300.0, 5.0, TODAY, TODAY + timedelta(days=300))
    found = [due_on(f"card-{number}", memory, exam, TODAY) for number in range(140)]
    assert set(found) == set(exam.last_days) and max(map(found.count, exam.last_days)) < 40


def test_a_past_exam_moves_nothing() -> None:
    memory = after(NEW, EASY, TODAY)
    for ahead in (0, -5):
        assert due_on("x", memory, Exam(TODAY + timedelta(days=ahead), TODAY - timedelta(days=9)), TODAY) == memory.due


def test_what_is_left_until_the_exam_is_counted() -> None:
    exam = Exam(TODAY + timedelta(days=30), TODAY)
    assert times_until("x", NEW, exam, TODAY) >= 3
    assert times_until("x", NEW, Exam(TODAY + timedelta(days=1), TODAY), TODAY) == 1
    pace = Pace(exam.day, 30, 61, 3.0)
    assert pace.needed == 3 and pace.enough and not Pace(exam.day, 30, 61, 2.9).enough


def test_a_wording_is_that_of_the_day() -> None:
    """A new edition counts from its first day, not from the day we learnt of it."""
    changed = [
        (provision, wording, acts.edition(f"{provision.act}@{wording.edition}"))
        for provision in acts.provisions().values() for wording in provision.wordings[1:]
    ]  # fmt: skip
    assert changed
    for provision, wording, edition in changed[:20]:
        before = grounds.wordings_on([provision.id], edition.first[1] - timedelta(days=1))
        now = grounds.wordings_on([provision.id], edition.first[1])
        assert now[provision.id].startswith(f"{wording.edition}:") and before != now
        assert grounds.changed(before, now) == (provision.id,) and not grounds.changed(now, now)
        assert grounds.edition_in(now[provision.id], provision.id) == edition.key


def test_a_provision_that_is_newly_named_is_no_change() -> None:
    assert grounds.changed({}, {"cc/44/1": "a:b"}) == () and grounds.changed({"cc/44/1": "a:b"}, {}) == ()
