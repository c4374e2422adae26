"""From numbers with units to places: each gets its act and its level, and neighbours take over what they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from checks.citation_pairs import SILENT, Element, Unreadable, pair
from checks.citation_tokens import Token
from checks.citation_words import ActNames

ARTICLE, PART, ITEM, PASSAGE = range(4)
Levels = dict[int, tuple[str, ...]]


@dataclass(slots=True)
class Chunk:
    """What stands between two joins: acts, methods and elements, in order."""

    elements: list[Element] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    act_first: bool = True
    annex: bool = False

    def has(self, unit: str) -> bool:
        """Whether a number of this unit is named here."""
        return any(element.unit == unit for element in self.elements)


@dataclass(frozen=True, slots=True)
class Place:
    """Levels of one act, each with one number or several at the deepest level."""

    act: str | None
    levels: Levels
    ascending: bool | None
    bare: str | None = None
    method: str = ""

    @property
    def owner(self) -> tuple[str | None, str]:
        """The text that the numbers belong to: the act, and for order 90 the method."""
        return self.act, self.method


def chunks(tokens: Sequence[Token]) -> list[Chunk]:
    """The piece cut at its joins; chunks with nothing in them are left out."""
    found = [Chunk()]
    for part in pair(tokens):
        if isinstance(part, Element):
            _check(part)
            if part.unit == "annex":
                found[-1].methods.append(_method_of_annex(part))
                found[-1].annex = True
            elif part.unit not in SILENT:
                found[-1].elements.append(part)
        elif part.kind == "join":
            found.append(Chunk())
        elif part.kind == "act":
            found[-1].act_first = found[-1].act_first if found[-1].acts else not found[-1].elements
            found[-1].acts.append(part.value)
        elif part.kind == "method":
            found[-1].methods.append(part.value)
        elif part.value in ("dash", "number"):
            raise Unreadable("no_unit")
    return [chunk for chunk in found if chunk.elements or chunk.acts or chunk.methods]


def _check(element: Element) -> None:
    if not element.numbers:
        raise Unreadable("no_number")
    if element.unit == "lost":
        raise Unreadable("no_unit")


def _method_of_annex(element: Element) -> str:
    """Order 90 holds its methods in two annexes; other annexes are not cited here."""
    if list(element.numbers) not in (["1"], ["2"]):
        raise Unreadable("wrong_unit")
    return "test" if list(element.numbers) == ["1"] else "report"


def give_acts(found: list[Chunk], default: str | None) -> tuple[list[Chunk], str | None]:
    """One act for each chunk that has numbers (or none), and the act the next piece may take over."""
    for chunk in found:
        if len(set(chunk.acts)) > 1:
            raise Unreadable("two_acts")
        chunk.acts = chunk.acts[:1]
    _hand_over_methods(found)
    named = [chunk for chunk in found if chunk.acts]
    if not named:
        return [replace(chunk, acts=[default] if default else []) for chunk in found if chunk.elements], default
    first = found[0].acts != [] and found[0].act_first
    for chunk in named:
        if chunk.elements and chunk.act_first != first and len({c.acts[0] for c in named}) > 1:
            raise Unreadable("two_acts")
    _hand_over(found, first)
    return [chunk for chunk in found if chunk.elements], found[-1].acts[0]


def _hand_over(found: list[Chunk], first: bool) -> None:
    """An act named alone goes to its neighbour; without an act: the one before (Kazakh) or behind (Russian)."""
    order = found if first else found[::-1]
    act, waiting = "", False
    for chunk in order:
        if chunk.acts:
            if waiting and chunk.acts[0] != act:
                raise Unreadable("two_acts")
            act, waiting = chunk.acts[0], not chunk.elements
        elif act:
            chunk.acts, waiting = [act], False
    if waiting and any(chunk.elements for chunk in found) and len({c.acts[0] for c in found if c.acts}) > 1:
        raise Unreadable("two_acts")
    for chunk in order[::-1]:
        act = chunk.acts[0] if chunk.acts else act
        chunk.acts = [act]


def _hand_over_methods(found: list[Chunk]) -> None:
    """A chunk that names no method takes the one before it, or else the next one."""
    for chunk, behind in pairwise(found):
        if chunk.methods and not chunk.elements and behind.methods not in ([], chunk.methods):
            raise Unreadable("no_method")
    annex = any(chunk.annex for chunk in found)
    for order in (found, found[::-1]):
        methods: list[str] = []
        for chunk in order:
            methods = chunk.methods = chunk.methods or methods
            chunk.annex = annex


def place(chunk: Chunk, acts: Mapping[str, ActNames], named: bool, parts_used: bool) -> Place:
    """The chunk's numbers at their levels; `named` when the text names an act, `parts_used` when a part of it."""
    act = chunk.acts[0] if chunk.acts else None
    kind = acts[act].kind if act else ""
    if chunk.annex and act != "order-90":
        raise Unreadable("wrong_unit")
    units = [e.unit for e in chunk.elements]
    slots = [_slot(e, units, kind, parts_used) for e in chunk.elements]
    if all(e.unit == "bare" for e in chunk.elements) and not named and len(units) < (2 if kind else 3):
        return _single(chunk, act)
    levels: Levels = {}
    top = PART if kind == "order" else ARTICLE
    for index, element in enumerate(chunk.elements):
        slot = slots[index] if slots[index] is not None else _free(slots, index, top)
        slots[index] = slot
        assert slot is not None
        if slot in levels:
            raise Unreadable("two_numbers" if element.unit != "bare" else "no_unit")
        levels[slot] = element.numbers
    if kind == "order" and ARTICLE in levels:
        raise Unreadable("wrong_unit")
    known = [slot for slot in slots if slot is not None]
    bare = chunk.elements[-1].mark if units[-1] == "bare" else None
    return Place(act, levels, _direction(known), bare, _method(chunk, act))


def _single(chunk: Chunk, act: str | None) -> Place:
    """A number alone: a place only beside its like (see `join`)."""
    return Place(act, {-1: chunk.elements[0].numbers}, None, chunk.elements[0].mark, _method(chunk, act))


def _method(chunk: Chunk, act: str | None) -> str:
    if act != "order-90":
        return ""
    if len(set(chunk.methods)) != 1:
        raise Unreadable("no_method")
    return chunk.methods[0]


def _direction(slots: list[int]) -> bool | None:
    return None if len(slots) < 2 else slots[0] > slots[-1]


def _slot(element: Element, units: list[str], kind: str, parts_used: bool) -> int | None:
    """The level of a named unit; None for a bare number."""
    unit = element.unit
    if unit == "bare":
        return None
    if unit in ("article", "passage"):
        return ARTICLE if unit == "article" else PASSAGE
    both = "part" in units and "paragraph" in units
    if kind in ("law", "order") or (not kind and both and _part_is_deeper(units)):
        return _law_slot(unit, both, kind, units, len(element.numbers))
    if kind == "code" and both and _part_is_deeper(units):
        raise Unreadable("wrong_unit")
    if unit == "part":
        return PART
    if unit == "item":
        if both:
            raise Unreadable("wrong_unit")
        return ITEM
    beside = parts_used and "part" not in units
    alone_in_code = kind == "code" and element.mark == ")" and "item" not in units
    return ITEM if both or (beside and "item" not in units) or alone_in_code else PART


def _law_slot(unit: str, both: bool, kind: str, units: list[str], count: int) -> int:
    if unit == "part":
        if kind == "order" and not both:
            raise Unreadable("wrong_unit")
        return PASSAGE if both else PART
    if unit == "item":
        doubled = kind == "order" and count > 1 and "paragraph" not in units and "bare" not in units
        return PART if doubled else ITEM
    return PART


def _part_is_deeper(units: list[str]) -> bool:
    """Whether the part is named as a piece of the paragraph: «1-тармағының бірінші бөлігі», "часть первая пункта 1"."""
    part, paragraph = units.index("part"), units.index("paragraph")
    if "article" in units:
        article = units.index("article")
        return abs(part - article) > abs(paragraph - article) and (part > article) == (paragraph > article)
    return part > paragraph and "item" not in units


def _free(slots: list[int | None], index: int, top: int) -> int:
    """The level of a bare number: the next one down, or the top one at the beginning."""
    before = slots[index - 1] if index else None
    level = top if before is None else before + 1
    if level > ITEM or level in slots:
        raise Unreadable("no_unit")
    return level


# -- joining ----------------------------------------------------------------------------------------------------------
def join(places: list[Place]) -> list[Place]:
    """Places in the order of the text: «13-бап, 1-тармақ» is one; «…, 2-тармағы» takes over the article."""
    places = _siblings(places)
    ascending = _ascending(places)
    order = places[::-1] if ascending else places
    joined: list[Place] = []
    for found in order:
        before = joined[-1] if joined else None
        if before is None or before.owner != found.owner:
            joined.append(found)
        elif _completes(found, before):
            joined[-1] = replace(before, levels=before.levels | found.levels)
        else:
            joined.append(replace(found, levels=_taken_over(before, found) | found.levels))
    return _inherit_back(joined[::-1] if ascending else joined)


def _completes(found: Place, before: Place) -> bool:
    """Whether a place only adds lower levels that the one before lacks."""
    return min(found.levels) > min(before.levels) and not found.levels.keys() & before.levels.keys()


def _taken_over(before: Place, found: Place) -> Levels:
    top = min(found.levels)
    return {level: numbers for level, numbers in before.levels.items() if level < top}


def _inherit_back(places: list[Place]) -> list[Place]:
    """What the neighbour before it names above: «п. 1 ст. 13, п. 2» are two places, «п. 1 ст. 13, пп. 3» is one."""
    found: list[Place] = []
    for one in places:
        near = found[-1] if found else None
        if near and near.owner == one.owner and _completes(one, near):
            found[-1] = replace(near, levels=near.levels | one.levels)
        elif near and near.owner == one.owner and min(one.levels) > min(near.levels):
            found.append(replace(one, levels=_taken_over(near, one) | one.levels))
        else:
            found.append(one)
    return found


def _ascending(places: list[Place]) -> bool:
    inner = {p.ascending for p in places} - {None}
    own_top = len({min(p.levels) for p in places}) == 1
    if len(inner) > 1 and not own_top:
        raise Unreadable("two_numbers")
    if inner:
        return inner == {True}
    tops = [min(p.levels) for p in places]
    return next((a > b for a, b in pairwise(tops) if a != b), False)


def _siblings(places: list[Place]) -> list[Place]:
    """A number alone stands beside the number before it when both are written alike and grow: «13(1)1), 2)»."""
    found: list[Place] = []
    for one in places:
        if -1 not in one.levels:
            found.append(one)
            continue
        before = found[-1] if found else None
        if before is None or before.bare is None or before.bare != one.bare or before.owner != one.owner:
            raise Unreadable("no_unit")
        deepest = max(before.levels)
        if _size(before.levels[deepest][-1]) >= _size(one.levels[-1][0]):
            raise Unreadable("no_unit")
        found.append(replace(before, levels=before.levels | {deepest: one.levels[-1]}))
    return found


def _size(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-"))
