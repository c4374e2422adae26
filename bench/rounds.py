"""Ours and the reference in turn, in short rounds: what is compared ran within the same second."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from bench.load import Requests, Tally, run
from bench.servers import Server

CONNECTIONS = (1, 8, 64)
JUDGED_AT = 8


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked: its name in the table, whom, the conversation of a connection by its number, its good status."""

    name: str
    server: Server
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
    burnt: float = 0.0

    @property
    def burnt_each(self) -> float:
        """Milliseconds of the workers' processor time for one answer; neighbours on the machine change it least."""
        return self.burnt / self.tally.served * 1000 if self.tally.served else 0.0

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


def compare(targets: Sequence[Target], connections: int, rounds: int, seconds: float) -> list[Row]:
    """A row for each target, all with so many connections."""
    rows = [Row(target.name, connections, target.status) for target in targets]
    for number in range(rounds):
        _round(targets, rows, seconds, number)
    return rows


def _round(targets: Sequence[Target], rows: Sequence[Row], seconds: float, number: int) -> None:
    """One window of each target; every other round goes backwards, so that nobody always comes first."""
    pairs = list(zip(targets, rows, strict=True))
    for target, row in reversed(pairs) if number % 2 else pairs:
        before = target.server.burnt()
        tally = run(target.server.address, [target.conversation(place) for place in range(row.connections)], seconds)
        row.burnt += target.server.burnt() - before
        row.tally.add(tally)
        row.rates.append(tally.rate)
    reference = rows[-1].rates[-1]
    for row in rows:
        row.ratios.append(row.rates[-1] / reference if reference else 0.0)
