"""Figures as the figure template draws them: shares of bars, days of a timeline, choices of a table, lanes."""

from __future__ import annotations

from datetime import date
from typing import Any

from course.figures import BarRow, Bars, Figure, Moment, Roles, Table, Timeline
from kazakh.letters import order_key
from library.markdown import plain_text
from web import linking

Plain = dict[str, Any]
WIDEST = 78.0


def shown_figure(figure: Figure, lang: str) -> Plain:
    """The figure as plain data in the reader's language."""
    shown: Plain = {
        "id": figure.id, "drawing": figure.drawing, "title": linking.inline(figure.title, lang),
        "says": linking.inline(figure.says, lang), "source": linking.inline(figure.source, lang),
    }  # fmt: skip
    if figure.bars:
        shown["bars"] = _bars(figure.bars, lang)
    if figure.timeline:
        shown["timeline"] = _timeline(figure.timeline, lang)
    if figure.table:
        shown["table"] = _table(figure.table, lang)
    if figure.roles:
        shown["roles"] = _roles(figure.roles, lang)
    if figure.way:
        shown["way"] = [
            {"title": linking.inline(s.title, lang), "text": linking.inline(s.text, lang),
             "when": linking.inline(s.when, lang), "side": s.side}
            for s in figure.way.stages
        ]  # fmt: skip
    return shown


def number_words(value: int, decimals: int) -> str:
    """A number as it is written here: thousands apart by a thin space, a comma before the decimals."""
    whole, rest = divmod(abs(value), 10**decimals)
    said = f"{whole:,}".replace(",", "\u202f")
    return ("–" if value < 0 else "") + said + (f",{rest:0{decimals}d}" if decimals else "")


def _bars(bars: Bars, lang: str) -> Plain:
    most = max((value for row in bars.rows for value in row.values), default=0) or 1

    def shown(row: BarRow) -> Plain:
        amounts = [
            {"words": number_words(v, bars.decimals), "share": round(max(v, 0) / most * WIDEST, 2)} for v in row.values
        ]
        # the drawing is told again by its table: a link in it would be a link that nobody hears
        bare = plain_text(linking.words(row.label, lang)).strip()
        label, note = linking.inline(row.label, lang), linking.inline(row.note, lang)
        return {"label": label, "bare": bare, "note": note, "amounts": amounts}

    return {
        "unit": linking.words(bars.unit, lang), "series": [linking.words(s.label, lang) for s in bars.series],
        "rows": [shown(row) for row in bars.rows],
    }  # fmt: skip


def day_of(when: str) -> date:
    """The first day of a year, a month, or the day itself."""
    year, month, day = (*(int(part) for part in when.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _timeline(line: Timeline, lang: str) -> Plain:
    def shown(moment: Moment) -> Plain:
        when = ".".join(reversed(moment.when.split("-")))
        return {"day": day_of(moment.when), "words": when, "text": linking.inline(moment.text, lang)}

    events = [shown(moment) for moment in line.events]
    first, last = events[0]["day"], events[-1]["day"]
    return {"label": "", "start": date(first.year, 1, 1), "end": date(last.year, 12, 31), "events": events}


def _table(table: Table, lang: str) -> Plain:
    rows = [[linking.inline(cell, lang) for cell in row] for row in table.rows]

    def choices(at: int) -> list[str]:
        found = {plain_text(linking.words(row[at], lang)).strip() for row in table.rows}
        return sorted(found, key=order_key)

    columns = [
        {"label": linking.words(column.label, lang), "number": column.number, "at": at,
         "choices": choices(at) if column.filter else []}
        for at, column in enumerate(table.columns)
    ]  # fmt: skip
    return {"columns": columns, "rows": rows}


def _roles(roles: Roles, lang: str) -> list[Plain]:
    """Lanes in the order of the file; each duty keeps its number in the whole order."""
    numbered = list(enumerate(roles.duties, 1))
    return [
        {"label": linking.inline(lane.label, lang),
         "duties": [{"number": n, "text": linking.inline(d.text, lang)} for n, d in numbered if d.lane == lane.id]}
        for lane in roles.lanes
    ]  # fmt: skip
