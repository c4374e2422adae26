"""What a run found, as lines to read: the table, and each aim with what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """One line for each target and number of connections; `ratio` is to the reference in the same rounds."""
    yield f"{'':28}{'conn':>5}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'ratio':>8}{'bad':>6}"
    for row in rows:
        ratio = "" if row.name == reference else f"{row.ratio:.2f}"
        yield (
            f"{row.name:28}{row.connections:>5}{row.rate:>9.0f}{row.tally.quantile(0.5):>9.1f}"
            f"{row.tally.quantile(0.99):>9.1f}{ratio:>8}{row.bad:>6}"
        )


def judged(rows: Sequence[Row], name: str) -> Row:
    """The row of that name at the number of connections where aims are judged."""
    return next(row for row in rows if row.name == name and row.connections == JUDGED_AT)
