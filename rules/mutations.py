"""Named ways to break a rule, and the readings of a convention that are as good as ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

MutationKind = Literal[
    "repealed edition", "calendar instead of working days", "first day counted", "border off by one",
    "exception ignored", "neighbouring list",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutation:
    """One named way to break a rule: other numbers, an exception ignored, or the edition before."""

    name: str
    kind: MutationKind
    changes: Mapping[str, object] = field(default_factory=dict)
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Another reading of the rule: the convention that leaves it open and the numbers that follow from it.

    `case` tells two readings of one convention apart; the reading is then named `convention:case`.
    """

    convention: str
    changes: Mapping[str, object]
    case: str = ""

    @property
    def name(self) -> str:
        """The convention, and the case where there is one."""
        return f"{self.convention}:{self.case}" if self.case else self.convention


Changes = Mapping[str, Mutation]
_BROKEN: ContextVar[Changes] = ContextVar("broken", default=MappingProxyType({}))


def broken_here(rule_id: str) -> Mutation | None:
    """The mutation under which this rule runs now, if any."""
    return _BROKEN.get().get(rule_id)


@contextmanager
def breaking(changes: Changes) -> Iterator[None]:
    """Within this block the rules named run as the mutations say; a rule that is broken already stays so."""
    token = _BROKEN.set({**changes, **_BROKEN.get()})
    try:
        yield
    finally:
        _BROKEN.reset(token)
