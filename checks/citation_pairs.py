"""Numbers paired with their units, whichever stands first, in the way that leaves the fewest numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.citation_tokens import Token

_LONGEST_SPAN = 30
_LONGEST_LIST = 40
_SUFFIXES = 20
_ALONE, _NEVER = 4, 100
SILENT = ("chapter", "annex")


class Unreadable(ValueError):
    """The text cannot be read; the argument is the reason key of the fault."""


@dataclass(frozen=True, slots=True)
class Element:
    """Numbers with their unit; `unit` is "bare" for a number alone."""

    unit: str
    numbers: tuple[str, ...]
    mark: str = ""


def spelled(token: Token, plural: bool) -> tuple[str, ...]:
    """The numbers of a token: «12-1» is one number, «98–99», «12-13» and «3-5-тармақтар» are spans."""
    if token.span is None:
        return token.numbers
    low, high, long = token.span
    if int(high) <= int(low):
        return (f"{low}-{high}",)
    if not (long or plural or int(high) > _SUFFIXES or int(low) >= 10):
        return (f"{low}-{high}",)
    if int(high) - int(low) > _LONGEST_SPAN:
        raise Unreadable("too_long")
    return tuple(str(n) for n in range(int(low), int(high) + 1))


def pair(tokens: Sequence[Token]) -> list[Element | Token]:
    """Each number with its unit, whichever comes first, in the way that leaves the fewest numbers alone."""
    best: list[tuple[int, Element | Token | None, int]] = [(0, None, len(tokens))] * (len(tokens) + 1)
    for at in range(len(tokens) - 1, -1, -1):
        options = [(cost + best[end][0], found, end) for cost, found, end in _options(tokens, at)]
        best[at] = min(options, key=lambda option: option[0])
    found: list[Element | Token] = []
    at = 0
    while at < len(tokens):
        _, element, at = best[at]
        if element is not None:
            found.append(element)
    return found


def _options(tokens: Sequence[Token], at: int) -> list[tuple[int, Element | Token | None, int]]:
    token = tokens[at]
    if token.kind == "number":
        return [*_number_first(tokens, at), (_ALONE, _alone(tokens, at), at + 1)]
    if token.kind == "unit":
        alone = (0, None) if token.value in SILENT else (_NEVER, Element(token.value, ()))
        return [*_unit_first(tokens, at), (*alone, at + 1)]
    return [(0, token, at + 1)]


def _alone(tokens: Sequence[Token], at: int) -> Element:
    around = [tokens[i].kind for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    counts = not tokens[at].mark and around == ["unit", "word"]
    lost = counts or around and all(kind == "word" for kind in around)
    return Element("lost" if lost else "bare", spelled(tokens[at], False), tokens[at].mark)


def _runs(tokens: Sequence[Token], at: int) -> list[int]:
    """The ends of the number lists that begin here: «1», «1 және 2», «1, 2 және 3»."""
    ends: list[int] = []
    while at < len(tokens) and tokens[at].kind == "number" and len(ends) < _LONGEST_LIST:
        at += 1
        ends.append(at)
        while at < len(tokens) and tokens[at].kind == "join":
            at += 1
        if at == ends[-1]:
            break
    return ends


def _listed(tokens: Sequence[Token], start: int, end: int, unit: Token) -> Element:
    numbers = [t for t in tokens[start:end] if t.kind == "number"]
    plural = unit.plural
    return Element(unit.value, tuple(n for t in numbers for n in spelled(t, plural)), numbers[-1].mark)


def _number_first(tokens: Sequence[Token], at: int) -> list[tuple[int, Element, int]]:
    found = []
    for end in _runs(tokens, at):
        if end < len(tokens) and tokens[end].kind == "unit":
            wrong = 0 if tokens[end].first or tokens[at].mark == "word" else 1
            found.append((wrong, _listed(tokens, at, end, tokens[end]), end + 1))
    return found


def _unit_first(tokens: Sequence[Token], at: int) -> list[tuple[int, Element, int]]:
    wrong = 1 if tokens[at].first else 0
    return [(wrong, _listed(tokens, at + 1, end, tokens[at]), end) for end in _runs(tokens, at + 1)]
