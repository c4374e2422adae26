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
    """The deadlines, and the months from the first day of the file to the month after the last one."""
    deadlines = [{"id": one.id, "ask": linking.inline(one.ask, lang)} for one in task.deadlines]
    return {"deadlines": deadlines, "months": [month(*one, lang) for one in _months(task, facts)]}


def _months(task: BoardTask, facts: Facts) -> list[tuple[int, int]]:
    """Year and month of each month shown; none where they are too many or the calendar does not reach."""
    days = sorted(_days(task, facts))
    first, last = days[0].year * 12 + days[0].month - 1, days[-1].year * 12 + days[-1].month
    months = [(number // 12, number % 12 + 1) for number in range(first, last + 1)]
    try:
        for year, number in months:
            is_working(date(year, number, 1))
    except YearNotHeld:
        return []
    return months if len(months) <= MOST_MONTHS else []


def _days(task: BoardTask, facts: Facts) -> Iterator[date]:
    """Days of the events of the deadlines and the days that pass."""
    for asked in task.deadlines:
        event = getattr(facts_of(asked, facts), find(asked.rule).on, None)
        if isinstance(event, date):
            yield event
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
