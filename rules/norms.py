"""The register of norms: every entry of the inventory with its class and the rule that covers it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CLASSES = ("decides", "list", "about the act", "not gradable")


@dataclass(frozen=True, slots=True)
class Norm:
    """One entry of the inventory: `covered_by` names rules, `reason` says why it is not gradable."""

    id: str
    act: str
    provision: str
    kind: str
    klass: str
    covered_by: tuple[str, ...]
    reason: str


@cache
def norms() -> Mapping[str, Norm]:
    """All norms by id; `ValueError` for a class that does not exist or an id that stands twice."""
    found: dict[str, Norm] = {}
    for row in _rows():
        if row["id"] in found or row["class"] not in CLASSES:
            raise ValueError(f"held/norms: {row['id']}: stands twice or has no class {row['class']!r}")
        found[row["id"]] = Norm(
            row["id"], row["act"], row["provision"], row["kind"], row["class"],
            tuple(row["covered_by"].split()), row["reason"],
        )  # fmt: skip
    return found


def _rows() -> Iterator[dict[str, str]]:
    for file in sorted((Path(__file__).parent / "held" / "norms").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            yield from csv.DictReader(opened)
