"""Three-valued truth: yes, no, and not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final, Literal, TypeAlias, TypeVar

T = TypeVar("T")


class Truth(Enum):
    """What is known of a condition; `UNKNOWN` means that a fact is missing."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Unknown(Enum):
    """The one value that stands for a fact nobody has told us."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
Maybe: TypeAlias = T | Literal[Unknown.UNKNOWN]

YES: Final = Truth.YES
NO: Final = Truth.NO


def known(value: Maybe[T], test: Callable[[T], bool]) -> Truth:
    """`test(value)` as a truth; an unknown value stays unknown."""
    if isinstance(value, Unknown):
        return Truth.UNKNOWN
    return YES if test(value) else NO


def is_true(value: Maybe[bool]) -> Truth:
    """A yes-or-no fact as a truth."""
    if isinstance(value, Unknown):
        return Truth.UNKNOWN
    return YES if value else NO


def is_one_of(value: Maybe[str], *wanted: str) -> Truth:
    """Whether a choice fact is one of the wanted choices."""
    if isinstance(value, Unknown):
        return Truth.UNKNOWN
    return YES if value in wanted else NO


def opposite(truth: Truth) -> Truth:
    """No for yes, yes for no; unknown stays unknown."""
    if truth is YES:
        return NO
    return YES if truth is NO else truth


def every(truths: Iterable[Truth]) -> Truth:
    """Yes if all are yes, no as soon as one is no, else unknown."""
    result = YES
    for truth in truths:
        if truth is NO:
            return NO
        if truth is Truth.UNKNOWN:
            result = truth
    return result


def either(truths: Iterable[Truth]) -> Truth:
    """Yes as soon as one is yes, no if all are no, else unknown."""
    result = NO
    for truth in truths:
        if truth is YES:
            return YES
        if truth is Truth.UNKNOWN:
            result = truth
    return result
