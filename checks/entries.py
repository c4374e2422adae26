"""What stands in a field of a paper beside what is meant: names, words, numbers and bodies, loosely compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from kazakh.endings import CASES
from kazakh.letters import loose
from kazakh.names import decline_name
from kazakh.stems import AND, is_folded_ending, stem
from rules.words import word

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+|\d+")
_LISTED = re.compile(rf"[,;/\n]|\s(?:{'|'.join(sorted(AND))}|и|and)\s")
_LANGUAGES = ("kk", "ru", "en")
_SHORTEST_PREFIX = 4
# how the words for posts begin, in letters as they are compared
_POSTS = tuple(map(loose, tomllib.loads(Path(__file__).with_name("posts.toml").read_text("utf-8"))["begin"]))


def same_name(text: str, wanted: str) -> bool:
    """Whether the text names that person: in any case, initials or names written out, in either order.

    One word more is forgiven (a father's name, a rank), and after a comma a post; a second person is not.
    """
    given = _words(_without_post(text))
    for kinds in _name_forms(wanted):
        found = next((word for word in given if any(_is_piece(word, kind) for kind in kinds)), None)
        if found is None:
            return False
        given.remove(found)
    return len(given) <= 1 and not (given and _LISTED.search(f" {text} "))


def _without_post(text: str) -> str:
    """Of two parts with a comma between them the one that is no post; else the text as it is."""
    names = [part for part in text.split(",") if not _is_post(part)]
    return names[0] if len(names) == 1 and text.count(",") == 1 else text


def _is_post(part: str) -> bool:
    """A post is among the words, and past the first none is written as a name or an initial is."""
    given = _WORD.findall(part)
    named = any(one[0].isupper() or (len(one) == 1 and one.isalpha()) for one in given[1:])
    return not named and any(loose(one).startswith(_POSTS) for one in given)


def _is_piece(given: str, wanted: str) -> bool:
    return given.startswith(wanted) if len(wanted) == 1 else given == wanted


@lru_cache(maxsize=500)
def _name_forms(name: str) -> tuple[frozenset[str], ...]:
    """For each piece of the name, long ones first, the forms that it has in the cases."""
    declined = [_words(decline_name(name, case)) for case in CASES]
    pieces = [frozenset(forms[at] for forms in declined if len(forms) > at) for at in range(len(declined[0]))]
    return tuple(sorted(pieces, key=lambda forms: -min(map(len, forms))))


def same_words(text: str, wanted: str) -> bool:
    """Whether both are the same words in the same order, endings and missing Kazakh letters forgiven."""
    return loose(text) == loose(wanted) or (bool(wanted) and _stems(text) == _stems(wanted))


def holds(text: str, phrase: str) -> bool:
    """Whether one of the phrase's ways to say it (`a|b`) stands in the text, its words side by side."""
    given = _words(text)
    return any(_stands(given, _words(way)) for way in phrase.split("|"))


def _stands(given: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return bool(size) and any(all(map(_is_form, given[at : at + size], wanted)) for at in range(len(given) - size + 1))


def _is_form(given: str, wanted: str) -> bool:
    """Whether a word is the wanted one with an ending, or begins with the wanted stem."""
    if given.startswith(wanted) and (len(wanted) >= _SHORTEST_PREFIX or is_folded_ending(given[len(wanted) :])):
        return True
    return _stem(given) == _stem(wanted)


def numbers(text: str) -> set[int]:
    """Every whole number of the text, blanks between thousands forgiven."""
    return {int(re.sub(r"\D", "", found)) for found in _NUMBER.findall(text)}


def names_body(text: str, right: Iterable[str], wrong: Iterable[str]) -> bool:
    """Whether the text names one of the right bodies, in any of the languages, and none of the wrong ones."""
    good = [set(_stems(name)) for body in right for name in _body_names(body)]
    given = set(_stems(text))
    named = [words for words in good if words <= given]
    bad = (set(_stems(name)) for body in wrong for name in _body_names(body))
    return bool(named) and not any(words <= given and not any(words <= own for own in named) for words in bad)


def _body_names(body: str) -> list[str]:
    try:
        return [word(lang, "values", body) for lang in _LANGUAGES]
    except KeyError:
        return []


def _words(text: str) -> list[str]:
    return _WORD.findall(loose(text))


def _stems(text: str) -> list[str]:
    # the stem first, while the letters that it needs are still there
    return [loose(stem(found)) for found in _WORD.findall(text)]


@lru_cache(maxsize=20_000)
def _stem(found: str) -> str:
    return loose(stem(found))
