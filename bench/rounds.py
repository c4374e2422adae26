"""Ours and the reference in turn, in short rounds: what is compared ran within the same second."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from bench.load import Address, Requests, Tally, run

CONNECTIONS = (1, 8, 64)
JUDGED_AT = 8


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked: its name in the table, where, the conversation of one connection by its number, its good status."""

    name: str
    address: Address
    conversation: Callable[[int], Requests]
    status: int = 200


@dataclass(slots=True)
class Row:
    """All rounds of one target at one number of connections; the last target of a set is the reference."""

    name: str
    connections: int
    status: int
    tally: Tally = field(default_factory=Tally)
    rates: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """The middle of the rounds, in answers a second."""
        return median(self.rates)

    @property
    def ratio(self) -> float:
        """The middle of the rounds' ratios to the reference."""
        return median(self.ratios)

    @property
    def bad(self) -> int:
        """Answers with another status than the good one."""
        return sum(number for status, number in self.tally.statuses.items() if status != self.status)


def compare(targets: Sequence[Target], rounds: int, seconds: float) -> list[Row]:
    """Rows for each number of connections; more rounds where the aims are judged."""
    found = []
    for connections in CONNECTIONS:
        rows = [Row(target.name, connections, target.status) for target in targets]
        for number in range(rounds if connections == JUDGED_AT else max(2, rounds // 3)):
            _round(targets, rows, seconds, number)
        found += rows
    return found


def _round(targets: Sequence[Target], rows: Sequence[Row], seconds: float, number: int) -> None:
    """One window of each target; every other round goes backwards, so that nobody always comes first."""
    pairs = list(zip(targets, rows, strict=True))
    for target, row in reversed(pairs) if number % 2 else pairs:
        tally = run(target.address, [target.conversation(place) for place in range(row.connections)], seconds)
        row.tally.add(tally)
        row.rates.append(tally.rate)
    reference = rows[-1].rates[-1]
    for row in rows:
        row.ratios.append(row.rates[-1] / reference if reference else 0.0)
