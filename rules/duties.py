"""Duties: who does what at work, under which regime, from which event: the rows of the sheets for the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

REGIMES = (
    "pretrial", "restriction", "conditional", "community-service", "corrective-labour", "ban", "deferral",
    "before-release", "after-release", "minors", "educational-work", "transfer", "arrest",
)  # fmt: skip
Pace = Literal["term", "at-once", "before", "monthly", "quarterly", "half-yearly", "yearly", "weekly", "daily", "other"]


@dataclass(frozen=True, slots=True)
class Duty:
    """One row: `rule` computes or states it, `who` is a body, `pace` how it runs; words stand in `duties.<rule>`."""

    rule: str
    regime: str
    who: str
    pace: Pace
    count: int = 0
    unit: str = ""


_DUTIES: dict[tuple[str, str], Duty] = {}


def enter(duty: Duty) -> None:
    """Enter a row; a rule has one row in each regime."""
    if duty.regime not in REGIMES:
        raise ValueError(f"{duty.rule}: there is no regime {duty.regime!r}")
    if (duty.rule, duty.regime) in _DUTIES:
        raise ValueError(f"{duty.rule}: stands twice under {duty.regime}")
    _DUTIES[duty.rule, duty.regime] = duty


def duties() -> tuple[Duty, ...]:
    """All rows, in the order of the regimes and of the law's files."""
    from rules.registry import all_rules

    all_rules()
    return tuple(sorted(_DUTIES.values(), key=lambda duty: REGIMES.index(duty.regime)))
