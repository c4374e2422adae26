"""The words of citations: acts, units, endings, folded so that missing and look-alike letters do not matter."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

# Kazakh letters fold to the Russian ones people type for them; Latin letters to the Cyrillic ones they look like.
_FOLD = str.maketrans("әғқңөұүһіёaeopcyxkmthbiı", "агкноуухиеаеорсухкмтнвии")
_FUZZY_FROM = 4


@dataclass(frozen=True, slots=True)
class ActNames:
    """How people name one act: `kind` is law, code or order; `items` is the unit word of its third level."""

    kind: str
    title: Mapping[str, str]
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    items: str = "item"
    rules: bool = False


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word for a unit: `first` when its number stands before it, `plural` when it speaks of several."""

    unit: str
    first: bool
    plural: bool


def fold(text: str) -> str:
    """Lower case, one letter for each of its look-alikes: «Тармағы», "тармагы" and "тaрмағы" become one word."""
    return unicodedata.normalize("NFC", text).lower().translate(_FOLD)


@cache
def words() -> Mapping[str, Any]:
    """The file citation_words.toml as read."""
    return tomllib.loads(Path(__file__).with_name("citation_words.toml").read_text("utf-8"))


@cache
def acts() -> Mapping[str, ActNames]:
    """The acts that citations may name, by id."""
    return {id_: _act(raw) for id_, raw in words()["acts"].items()}


def _act(raw: Mapping[str, Any]) -> ActNames:
    lists = {key: tuple(raw.get(key, ())) for key in ("numbers", "names", "weak", "capitals")}
    return ActNames(raw["kind"], raw["title"], **lists, items=raw.get("items", "item"), rules=raw.get("rules", False))


@cache
def endings() -> frozenset[str]:
    """Endings a word may carry after its stem, of all three languages, the empty one among them."""
    return frozenset({""}.union(*(fold(row).split() for row in words()["endings"].values())))


def has_stem(word: str, stem: str) -> bool:
    """Whether the folded word is the stem with an ending; long stems forgive one wrong letter."""
    if word.startswith(stem):
        return word[len(stem) :] in endings()
    if len(stem) < 6 or len(word) < 5:
        return False
    cuts = (len(stem), len(stem) - 1, len(stem) + 1)
    return any(one_slip(word[:cut], stem) and word[cut:] in endings() for cut in cuts)


def any_stem(word: str, stems: Iterable[str]) -> bool:
    """Whether the folded word carries one of the stems, with no letter forgiven."""
    return any(word.startswith(stem) and word[len(stem) :] in endings() for stem in stems)


def one_slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter at most: changed, left out, added, or two neighbours exchanged."""
    if word == other:
        return True
    if abs(len(word) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    rest, wanted = word[start:], other[start:]
    swapped = rest[1::-1] + rest[2:] if len(rest) > 1 else rest
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped == wanted


@cache
def folded(*path: str) -> tuple[str, ...]:
    """The folded words of one list of the file, for example `folded("small", "joins")`."""
    found: Any = words()
    for step in path:
        found = found[step]
    return tuple(fold(word) for word in found)


@cache
def unit_words() -> Mapping[str, UnitWord]:
    """Every form of every unit word, folded."""
    forms: dict[str, UnitWord] = {}
    for unit, sides in words()["units"].items():
        for side, raw in sides.items():
            forms.update(_unit_forms(unit, side == "first", raw))
    return forms


def _unit_forms(unit: str, first: bool, raw: Mapping[str, list[str]]) -> dict[str, UnitWord]:
    language = "kk" if first else "other"
    one = ["", *fold(words()["endings"][language]).split()]
    many = fold(words()["endings"][f"{language}_plural"]).split()
    singular, plural = UnitWord(unit, first, False), UnitWord(unit, first, True)
    forms = {fold(word): singular for word in raw["short"]} | {fold(word): plural for word in raw["plural"]}
    for stem in map(fold, raw["stems"]):
        forms |= {stem + ending: plural for ending in many} | {stem + ending: singular for ending in one}
    return forms


@cache
def _near() -> Mapping[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for form in unit_words():
        if len(form) >= _FUZZY_FROM:
            for shorter in _shortened(form):
                near.setdefault(shorter, set()).add(form)
    return {key: frozenset(forms) for key, forms in near.items()}


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def unit_with_slip(word: str) -> UnitWord | None:
    """The unit a mistyped word means, when exactly one unit is one letter away; None otherwise."""
    if not _FUZZY_FROM <= len(word) <= 24:
        return None
    forms = {form for key in _shortened(word) for form in _near().get(key, ()) if one_slip(word, form)}
    found = {unit_words()[form].unit: unit_words()[form] for form in sorted(forms)}
    if len(found) > 1:  # «бөлі» is a slip of «бөлік» sooner than of «бөлім», which no citation needs
        found.pop("chapter", None)
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def ordinal_words() -> Mapping[str, int]:
    """Ordinals written as words, folded, with their numbers: «бірінші», "вторая", "third"."""
    raw = words()["ordinals"]
    found: dict[str, int] = {}
    for number, stems in enumerate(raw["stems"], start=1):
        for stem in map(fold, stems):
            found |= {stem + ending: number for ending in endings()}
    for word, number in raw["round"].items():
        found |= {fold(word) + ending: number for ending in endings()}
    return found


@cache
def tens_words() -> Mapping[str, int]:
    """Kazakh tens that stand before an ordinal: «он үшінші»."""
    return {fold(word): number for word, number in words()["ordinals"]["tens"].items()}
