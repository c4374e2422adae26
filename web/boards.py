"""The board of deadlines: months as tables with days off, and the count after an answer."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from babel.dates import format_date
from flask_babel import gettext as _

from checks.boards import BoardTask
from checks.ruled import facts_of, put, values_of
from checks.task import Facts
from checks.verdict import Row
from kazakh.sentences import fill
from rules.calendar import YearNotHeld, is_working, row, why_off
from rules.counts import Mark, Reason, count_of
from rules.registry import find
from web import linking
from web.conventions import convention

Plain = dict[str, Any]
MOST_MONTHS = 14


def board(task: BoardTask, facts: Facts, order: Any, lang: str) -> Plain:
    """The deadlines, and the months around the days of the file: near the events open, the others folded."""
    deadlines = [{"id": one.id, "ask": linking.inline(one.ask, lang)} for one in task.deadlines]
    return {"deadlines": deadlines, "months": [_run_of_months(*one, lang) for one in _runs(task, facts)]}


def _run_of_months(near: bool, run: list[int], lang: str) -> Plain:
    """Months that stand together, with the words for the fold: the first of them and the last."""
    months = [month(number // 12, number % 12 + 1, lang) for number in run]
    ends = dict.fromkeys((months[0]["name"], months[-1]["name"]))
    return {"near": near, "name": " – ".join(ends), "months": months}


def _runs(task: BoardTask, facts: Facts) -> list[tuple[bool, list[int]]]:
    """Months in runs: those of an event and after it, which the file tells, and those between and around, by year.

    What is near says nothing of the answers; what is folded reaches to the ends of the quarters.
    """
    events = {day.year * 12 + day.month - 1 for day in _events(task, facts)}
    near = {number + more for number in events for more in (0, 1)}
    return [(is_near, list(run)) for (is_near, _year), run in groupby(
        _months(task, facts), key=lambda number: (number in near, 0 if number in near else number // 12)
    )]  # fmt: skip


def _months(task: BoardTask, facts: Facts) -> list[int]:
    """The months shown, counted from the year 0; none where they are too many or the calendar does not reach."""
    days = [*_events(task, facts), *_answers(task, facts)]
    numbers = sorted({day.year * 12 + day.month - 1 for day in days})
    first, last = numbers[0], numbers[-1] + 1
    if last - first >= MOST_MONTHS or not _is_held(first, last):
        return []
    wide = range(first - first % 3, last - last % 3 + 3)
    return list(wide if _is_held(wide[0], wide[-1]) else range(first, last + 1))


def _is_held(first: int, last: int) -> bool:
    try:
        for number in (first, last):
            is_working(date(number // 12, number % 12 + 1, 1))
    except YearNotHeld:
        return False
    return True


def _events(task: BoardTask, facts: Facts) -> Iterator[date]:
    """Days of the events of the deadlines, as the file tells them."""
    for asked in task.deadlines:
        event = getattr(facts_of(asked, facts), find(asked.rule).on, None)
        if isinstance(event, date):
            yield event


def _answers(task: BoardTask, facts: Facts) -> Iterator[date]:
    """The days that pass."""
    for asked in task.deadlines:
        yield from (date.fromisoformat(day) for day in values_of(put(asked, facts)) if day[:1].isdigit())


def month(year: int, number: int, lang: str) -> Plain:
    """A month as rows of weeks; each day with its name as read aloud."""
    weeks = [
        [_cell(day, lang) if day.month == number else None for day in week]
        for week in Calendar().monthdatescalendar(year, number)
    ]
    special = [day for week in weeks for day in week if day and day["said"]]
    first = date(year, number, 1)
    heads = [
        {"short": format_date(day, "EEEEEE", locale=lang), "long": format_date(day, "EEEE", locale=lang)}
        for day in Calendar().monthdatescalendar(2025, 9)[0]
    ]
    name = _('%(year)s жылғы %(month)s', year=year, month=format_date(first, "LLLL", locale=lang).lower())
    return {"name": name, "heads": heads, "weeks": weeks, "special": special}


def _cell(day: date, lang: str) -> Plain:
    said, working = row(day), is_working(day)
    if working:
        kind = _('ауыстырылған жұмыс күні') if said else _('жұмыс күні')
    else:
        kind = said.reason if said and lang == "kk" else (_('мереке күні') if said else _('демалыс күні'))
    words = fill("{day:long}" if lang == "kk" else "{day}", {"day": day}, lang)
    return {
        "day": day, "off": not working, "worked": working and said is not None, "said": said.reason if said else "",
        "name": f"{words}, {format_date(day, 'EEEE', locale=lang)}, {kind}",
    }  # fmt: skip


def count(told: Row, lang: str) -> Plain | None:
    """The count of a deadline: lines of days, and the conventions it rests on; nothing where it cannot be counted."""
    given = told.given.get("conclusion")
    if find(told.finding.rule).value != "day" or not isinstance(given, str):
        return None
    marks = count_of(told.finding.rule, told.facts, told.reading)
    if not marks:
        return None
    lines = [_line(list(run), lang) for _key, run in groupby(marks, key=_run(len(marks)))]
    grounds = dict.fromkeys(mark.ground for mark in marks if mark.ground)
    lines[-1]["last"] = True
    return {"lines": lines, "grounds": [convention(ground, lang) for ground in grounds]}


def _run(many: int) -> Any:
    """What draws days together: in a long count those that count and stand side by side."""
    state = {"place": 0}

    def of(mark: Mark) -> tuple[int, str]:
        joins = many > 16 and mark.reason is Reason.COUNTED
        if not joins:
            state["place"] += 1
        return state["place"], str(mark.reason)

    return of


def _line(run: list[Mark], lang: str) -> Plain:
    first, last = run[0], run[-1]
    number = "" if first.number is None else str(first.number)
    days = _short(first.day, lang)
    if last is not first:
        number, days = f"{number}–{last.number}", f"{days} – {_short(last.day, lang)}"
    return {
        "days": days, "number": number, "words": _reasons()[first.reason], "ground": first.ground,
        "name": first.name if row(first.day) else "", "counts": first.number is not None,
        "state": "off" if why_off(first.day) else "",
    }  # fmt: skip


def _short(day: date, lang: str) -> str:
    return f"{day.strftime('%d.%m.%Y')}, {format_date(day, 'EEE', locale=lang)}"


def _reasons() -> dict[Reason, str]:
    return {
        **dict.fromkeys((Reason.EVENT, Reason.NAMED), _('оқиға күні, саналмайды')), Reason.COUNTED: _('саналады'),
        Reason.WORKED: _('ауыстырылған жұмыс күні, саналады'), Reason.DAY_OFF: _('демалыс күні, саналмайды'),
        Reason.HOLIDAY: _('мереке күні, саналмайды'), Reason.TRANSFERRED: _('ауыстырылған демалыс, саналмайды'),
        Reason.MOVED: _('соңғы күн осы жұмыс күніне ауысады'),
        Reason.MOVED_BACK: _('соңғы күн алдыңғы жұмыс күніне шегінеді'),
        Reason.SHORT_MONTH: _('бұл айда мұндай күн жоқ: айдың соңғы күні алынады'),
        Reason.FULL_MONTH: _('ай толық өтуі үшін бір күн бұрын'),
        Reason.HAND_OVER: _('әрекеттің соңғы күні: өзі саналмайды'), Reason.SAME_DAY: _('оқиғаның өз күні'),
    }  # fmt: skip
