"""Figures as documents: bars, a timeline, a table, who does what, and a path, each with its data in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import Field

from checks.task import Frozen, Id, Text
from library.reading import ContentFaults, Fault, read_yaml

WHEN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class Series(Frozen):
    """One series of bars: a year, a group."""

    id: str = Id
    label: Text


class BarRow(Frozen):
    """One row of bars: a whole number for each series; `note` tells the book's own figure where ours differs."""

    label: Text
    values: tuple[int, ...]
    note: Text = ""


class Bars(Frozen):
    """Horizontal bars with the numbers beside them in a table. `decimals`: digits after the comma of every value."""

    unit: Text
    decimals: int = Field(default=0, ge=0, le=2)
    series: tuple[Series, ...] = Field(min_length=1, max_length=3)
    rows: tuple[BarRow, ...] = Field(min_length=2)


class Moment(Frozen):
    """One event of a timeline: a year, a month or a day."""

    when: str = Field(pattern=WHEN)
    text: Text


class Timeline(Frozen):
    """Events in the order of time, drawn as a strip and told in a list."""

    events: tuple[Moment, ...] = Field(min_length=2)


class Column(Frozen):
    """A column of a table; `filter` offers its values as a choice."""

    id: str = Id
    label: Text
    number: bool = False
    filter: bool = False


class Table(Frozen):
    """A table to sort and filter; cells are one paragraph of Markdown each, the first names the row."""

    columns: tuple[Column, ...] = Field(min_length=2, max_length=8)
    rows: tuple[tuple[Text, ...], ...] = Field(min_length=2)


class Lane(Frozen):
    """One who acts."""

    id: str = Id
    label: Text


class Duty(Frozen):
    """What one of them does, and its provision."""

    lane: str
    text: Text


class Roles(Frozen):
    """Who does what: duties in their order, each in the lane of the one who acts."""

    lanes: tuple[Lane, ...] = Field(min_length=2, max_length=6)
    duties: tuple[Duty, ...] = Field(min_length=2)


class Stage(Frozen):
    """One stage of a path; `when` is its term in words; `side` stands beside the main path."""

    title: Text
    text: Text = ""
    when: Text = ""
    side: bool = False


class Way(Frozen):
    """Stages from the first to the last."""

    stages: tuple[Stage, ...] = Field(min_length=3)


class Figure(Frozen):
    """A figure: a title, one sentence that says what is seen, its source, and exactly one drawing."""

    id: str = Id
    title: Text
    says: Text
    source: Text
    audience: str = Field(default="open", pattern="^open$")
    bars: Bars | None = None
    timeline: Timeline | None = None
    table: Table | None = None
    roles: Roles | None = None
    way: Way | None = None

    @property
    def drawing(self) -> str:
        """The name of the drawing it has."""
        return next((name for name in DRAWINGS if getattr(self, name)), "")


DRAWINGS = ("bars", "timeline", "table", "roles", "way")


def gather(root: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every file of the folder `figures`."""
    for path in sorted((root / "figures").glob("*.yaml")):
        shown = path.relative_to(root).as_posix()
        raw = read_yaml(path, shown)
        if not isinstance(raw, dict) or raw.get("id") != path.stem:
            raise ContentFaults([Fault(shown, "id", f"meant is the file's name {path.stem!r}")])
        yield path.stem, shown, raw


def prove(figure: Figure) -> Iterator[tuple[str, str]]:
    """One drawing; rows as wide as their head; events in the order of time; duties in lanes that exist."""
    if (number := sum(bool(getattr(figure, name)) for name in DRAWINGS)) != 1:
        yield "figure", f"has {number} drawings; meant is one of {', '.join(DRAWINGS)}"
    if bars := figure.bars:
        yield from (("bars.rows", f"{row.label}: meant are {len(bars.series)} values")
                    for row in bars.rows if len(row.values) != len(bars.series))  # fmt: skip
    if table := figure.table:
        yield from (("table.rows", f"{row[0]}: meant are {len(table.columns)} cells")
                    for row in table.rows if len(row) != len(table.columns))  # fmt: skip
    if (line := figure.timeline) and [e.when for e in line.events] != sorted(e.when for e in line.events):
        yield "timeline.events", "do not stand in the order of time"
    if roles := figure.roles:
        lanes = {lane.id for lane in roles.lanes}
        yield from (("roles.duties", f"there is no lane {duty.lane!r}")
                    for duty in roles.duties if duty.lane not in lanes)  # fmt: skip


def links(figure: Figure) -> Iterator[tuple[str, str]]:
    """Every text of the figure."""
    for number, text in enumerate(_texts(figure.model_dump(exclude={"id"}))):
        yield f"text {number}", text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
