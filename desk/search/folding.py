"""Words as the search compares them: Kazakh stems with every letter folded that people leave out or mix up."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from kazakh.letters import fold_case, loose
from kazakh.stems import stems

LONGEST_WORD = 60


def _listed(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return frozenset(loose(word) for line in lines if not line.startswith("#") for word in line.split())


STOP = _listed("stop_words.txt")
ASKS = _listed("asking_words.txt")
_WORD = re.compile(r"(?<![^\W_])[a-zа-яё]+(?![^\W_])", re.I)
_TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")


@lru_cache(maxsize=4)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language)


@lru_cache(maxsize=30_000)
def _foreign(word: str, language: str) -> str:
    return str(_stemmer(language).stemWord(word))


def kazakh_words(text: str) -> list[str]:
    """The stems of a Kazakh text in order, letters folded: сотталғанның → сотталган."""
    return [folded[:LONGEST_WORD] for word in stems(text) if (folded := loose(word))]


def foreign_words(text: str, language: str) -> list[str]:
    """The stems of a Russian or English text in order."""
    return [loose(_foreign(word.lower(), language))[:LONGEST_WORD] for word in _WORD.findall(fold_case(text))]


def tokens(text: str) -> list[str]:
    """The words of a text as they were typed, in small letters."""
    return _TOKEN.findall(fold_case(text))


def said(words: list[str]) -> list[str]:
    """The words that say something; all of them where none does."""
    return [word for word in words if word not in STOP] or words
