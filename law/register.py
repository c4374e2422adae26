"""The register of norms counted: by act and class, how many entries there are, covered and not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rules.norms import CLASSES, Norm
from rules.registry import all_rules


@dataclass(frozen=True, slots=True)
class Row:
    """One act and class: how many entries, how many are covered, and the ids of those that are not."""

    act: str
    klass: str
    entries: int
    covered: int
    missing: tuple[str, ...]


def is_covered(norm: Norm) -> bool:
    """Whether a rule that exists covers the norm; norms nobody is graded on need a reason instead."""
    if norm.klass == "not gradable":
        return bool(norm.reason.strip())
    if norm.klass == "about the act":
        return True
    return bool(norm.covered_by) and all(rule in all_rules() for rule in norm.covered_by)


def rows(register: Mapping[str, Norm]) -> tuple[Row, ...]:
    """The register by act, in its order, and class."""
    groups: dict[tuple[str, str], list[Norm]] = {}
    for norm in register.values():
        groups.setdefault((norm.act, norm.klass), []).append(norm)
    acts = list(dict.fromkeys(norm.act for norm in register.values()))
    ordered = sorted(groups, key=lambda group: (acts.index(group[0]), CLASSES.index(group[1])))
    return tuple(_row(*group, groups[group]) for group in ordered)


def _row(act: str, klass: str, entries: list[Norm]) -> Row:
    missing = tuple(norm.id for norm in entries if not is_covered(norm))
    return Row(act, klass, len(entries), len(entries) - len(missing), missing)
