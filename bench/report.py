"""What a run found, as lines to read: the table, and each aim with what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.rounds import JUDGED_AT, Row


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim: what, measured, border, unit; `least` where more is better."""

    what: str
    measured: float
    border: float
    unit: str = ""
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether what was measured reaches the border."""
        return self.measured >= self.border if self.least else self.measured <= self.border

    def __str__(self) -> str:
        sign, verdict = ("≥" if self.least else "≤"), ("met" if self.met else "NOT MET")
        digits = 0 if self.border >= 1000 else 2 if self.border < 10 else 1
        return f"  {verdict:8}{self.what}: {self.measured:,.{digits}f} (aim {sign} {self.border:,g}{self.unit})"


def table(rows: Sequence[Row], reference: str) -> Iterator[str]:
    """One line for each target and number of connections.

    `ratio` is to the reference in the same rounds; `cpu ms` is the workers' time for one answer, `by cpu` its ratio.
    """
    yield f"{'':26}{'conn':>5}{'req/s':>8}{'p50 ms':>8}{'p99 ms':>8}{'cpu ms':>8}{'ratio':>7}{'by cpu':>8}{'bad':>5}"
    bare = {row.connections: row.burnt_each for row in rows if row.name == reference}
    for row in rows:
        ratios = f"{row.ratio:>7.2f}{by_cpu(row, bare):>8.2f}" if row.name != reference else f"{'':15}"
        yield (
            f"{row.name:26}{row.connections:>5}{row.rate:>8.0f}{row.tally.quantile(0.5):>8.1f}"
            f"{row.tally.quantile(0.99):>8.1f}{row.burnt_each:>8.2f}{ratios}{row.bad:>5}"
        )


def by_cpu(row: Row, bare: Mapping[int, float]) -> float:
    """How many answers of this row one second of a processor gives, to one of the reference; 0 where not measured."""
    return bare.get(row.connections, 0.0) / row.burnt_each if row.burnt_each else 0.0


def judged(rows: Sequence[Row], name: str) -> Row:
    """The row of that name at the number of connections where aims are judged."""
    return next(row for row in rows if row.name == name and row.connections == JUDGED_AT)
