"""The text of a citation cut into runs of digits, words and signs; dates are left out, they are no articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.citation_words import fold
from kazakh import letters

_MONTHS = """қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
январ феврал март апрел мая май июн июл август сентябр октябр ноябр декабр
january february march april may june july august september october november december"""
_MONTH = "(?:" + "|".join(fold(_MONTHS).split()) + r")[^\W\d_]{0,10}"
_YEAR_WORD = r"(?:\s{0,2}-?(?:жылгы|жылдын|жылы|жыл|года|год|ж|г)\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_DATES = re.compile(
    rf"\b{_YEAR}{_YEAR_WORD}?\s{{0,3}}\d{{1,2}}\s{{0,2}}-?{_MONTH}|\b\d{{1,2}}\s{{0,2}}-?{_MONTH}\.?(?:\s{{0,2}}{_YEAR}(?!\d){_YEAR_WORD}?)?"
    rf"|\b\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}(?!\d){_YEAR_WORD}?|\b{_YEAR}-\d\d-\d\d\b|\b{_YEAR}{_YEAR_WORD}"
)
_TWICE = re.compile(r"\b(п|т|ч|ст|б|р)(?:\.\s?|/)(?=\1\b)")
_RAW = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_BESIDE_DASH = re.compile(r"-\s*\n\s*")
HYPHENS, DASHES = "-‐‑", "–—−‒"


@dataclass(frozen=True, slots=True)
class Raw:
    """A run of digits, a word or a sign: folded, as typed, whether it touches the one before."""

    text: str
    typed: str
    tight: bool

    @property
    def digits(self) -> bool:
        return self.text.isdecimal()

    @property
    def word(self) -> bool:
        return self.text[0].isalpha()


def clean(text: str) -> str:
    """The text with one spelling for each sign; a word broken at its hyphen by a line end is whole again."""
    return _BESIDE_DASH.sub("-", letters.clean(text))


def raws(piece: str) -> list[Raw]:
    """One piece of cleaned text (no line ends) as raw tokens; dates are left out."""
    low = fold(piece)
    typed = piece if len(piece) == len(low) else low
    low = _DATES.sub(lambda m: " " * len(m.group()), low)
    low = _TWICE.sub(lambda m: " " * (m.end() - m.start() - len(m.group(1))) + m.group(1), low)
    found, end = [], -1
    for match in _RAW.finditer(low):
        found.append(Raw(match.group(), typed[match.start() : match.end()], match.start() == end))
        end = match.end()
    return found
