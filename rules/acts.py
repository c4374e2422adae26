"""Acts, their editions in time and their provisions: what we hold, how and until when it was read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
Text = Mapping[str, str]
DRAFT_READINGS = frozenset({"third-party", "textbook"})


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: `first` is (earliest, latest) day; `checked_until` is the last day we vouch for.

    `touched` are provisions it is known to have changed even where the text before it was never read.
    `held` is false where we know that the edition was made and when, and do not hold its text.
    """

    act: str
    id: str
    first: tuple[date, date]
    checked_until: date
    read: str
    read_on: date
    by: str
    source: str
    first_read: str
    touched: tuple[str, ...] = ()
    held: bool = True

    @property
    def key(self) -> str:
        """`act@edition`, the permanent name of the edition."""
        return f"{self.act}@{self.id}"

    @property
    def span(self) -> bool:
        """Whether the first day is only known to lie between two days."""
        return self.first[0] != self.first[1]


@dataclass(frozen=True, slots=True)
class Act:
    """One act with its names, official address and editions in the order of time."""

    id: str
    kind: str
    unit: str
    number: str
    adopted: date
    registered: str
    short: Text
    title: Text
    address: str
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a provision says from one edition on, in our own words."""

    edition: str
    summary: Text


@dataclass(frozen=True, slots=True)
class Provision:
    """One numbered place of an act: `id` is act/article/part/item; `draft` where no mirror of it was read."""

    id: str
    act: str
    cite: Text
    short: str
    status: str
    address: str
    norms: tuple[str, ...]
    differs: str
    wordings: tuple[Wording, ...]

    @property
    def draft(self) -> bool:
        """Shown as a draft: known only from the textbook or from third parties."""
        return self.status in DRAFT_READINGS


class WordingNotHeld(LookupError):
    """The day lies before the oldest wording we hold; `nearest` is that wording's edition."""

    def __init__(self, act: str, day: date, nearest: Edition) -> None:
        super().__init__(f"{act}: no wording held on {day.isoformat()}; the nearest is {nearest.key}")
        self.act, self.day, self.nearest = act, day, nearest


class FirstDayUnknown(LookupError):
    """The day lies inside the span in which an edition came into force."""

    def __init__(self, act: str, day: date, edition: Edition) -> None:
        first, last = edition.first
        super().__init__(f"{act}: {edition.key} came into force between {first} and {last}, {day} is inside")
        self.act, self.day, self.edition = act, day, edition


@cache
def acts() -> Mapping[str, Act]:
    """All acts by id, in the order of the file."""
    return {id_: _act(id_, entry) for id_, entry in _held("acts")}


def _held(what: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry of a folder of `held/`, in the order of file names; one that stands twice is refused."""
    seen: set[str] = set()
    for file in sorted((_HERE / "held" / what).glob("*.toml")):
        for id_, entry in tomllib.loads(file.read_text("utf-8"))[what].items():
            if id_ in seen:
                raise ValueError(f"{file.name}: {id_!r} stands twice")
            seen.add(id_)
            yield id_, entry


def _act(id_: str, raw: dict[str, Any]) -> Act:
    editions = tuple(_edition(id_, entry) for entry in raw.get("editions", ()))
    for earlier, later in pairwise(editions):
        if earlier.first[1] >= later.first[0]:
            raise ValueError(f"{id_}: editions {earlier.id} and {later.id} overlap")
    return Act(
        id_, raw["kind"], raw["unit"], str(raw["number"]), raw["adopted"], str(raw.get("registered", "")),
        raw["short"], raw["title"], raw["address"], editions,
    )  # fmt: skip


def _edition(act: str, raw: dict[str, Any]) -> Edition:
    first = raw["first"]
    span = (first[0], first[1]) if isinstance(first, list) else (first, first)
    return Edition(
        act, raw["id"], span, raw["checked_until"], raw["read"], raw["read_on"], raw.get("by", ""),
        raw.get("source", ""), raw.get("first_read", ""), tuple(raw.get("touched", ())),
        _text(act, raw) == "held",
    )  # fmt: skip


def _text(act: str, raw: dict[str, Any]) -> str:
    """Whether the text of an edition is held; a word that is neither of the two is refused."""
    text = str(raw.get("text", "held"))
    if text not in ("held", "not held"):
        raise ValueError(f"{act}@{raw['id']}: text is {text!r}, neither 'held' nor 'not held'")
    return text


@cache
def provisions() -> Mapping[str, Provision]:
    """All provisions by id, in the order of the files."""
    return {id_: _provision(id_, entry) for id_, entry in _held("provisions")}


def _provision(id_: str, raw: dict[str, Any]) -> Provision:
    wordings = tuple(Wording(w["edition"], w["summary"]) for w in raw.get("wordings", ()))
    return Provision(
        id_, id_.split("/")[0], raw["cite"], raw["short"], raw["status"], raw.get("address", ""),
        tuple(raw.get("norms", ())), raw.get("differs", ""), wordings,
    )  # fmt: skip


@cache
def edition(key: str) -> Edition:
    """The edition named `act@id`; `KeyError` where there is none."""
    act, _, id_ = key.partition("@")
    for found in acts()[act].editions:
        if found.id == id_:
            return found
    raise KeyError(key)


@cache
def edition_on(act: str, day: date) -> Edition:
    """The edition that applied on the day; `WordingNotHeld` or `FirstDayUnknown` where that is not known."""
    return pick(act, day, acts()[act].editions)


def pick(act: str, day: date, editions: tuple[Edition, ...]) -> Edition:
    """The last of `editions` (in the order of time) that had begun by the day."""
    for candidate in reversed(editions):
        earliest, latest = candidate.first
        if day >= latest:
            return candidate
        if day >= earliest:
            raise FirstDayUnknown(act, day, candidate)
    raise WordingNotHeld(act, day, editions[0])
