"""A citation as people type it, cut into tokens: numbers, units, acts, joins and other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from checks.citation_text import DASHES, HYPHENS, Raw, raws
from checks.citation_words import (
    ActNames,
    any_stem,
    fold,
    folded,
    has_stem,
    ordinal_words,
    tens_words,
    unit_with_slip,
    unit_words,
    words,
)  # fmt: skip

_ROMAN = re.compile(r"[vиху]{1,4}$")
# Folded endings of «заңы», «қағидаларының»: the word has an owner, so a noun before it says whose law it is.
_OWNED = ("ы", "и", "ынын", "инин", "ына", "ында")


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is number, unit, act, unknown, method, join or word; `value` is the unit, the act's id or the method."""

    kind: str
    value: str = ""
    numbers: tuple[str, ...] = ()
    span: tuple[str, str, bool] | None = None
    mark: str = ""
    first: bool = False
    plural: bool = False
    weak: bool = False


class Reader:
    """Reads the raw tokens of one piece from left to right; `tokens()` gives what it found."""

    def __init__(self, piece: str, acts: Mapping[str, ActNames]) -> None:
        self.raw = raws(piece)
        self.acts = acts
        self.numbers = {fold(n): id_ for id_, act in acts.items() for n in act.numbers}
        self.depth = 0

    def tokens(self) -> list[Token]:
        """The tokens of the piece, in order."""
        found: list[Token] = []
        at = 0
        readers: tuple[Callable[[int], tuple[Token | None, int] | None], ...] = (
            self._sign, self._name, self._numbered, self._number_after, self._capital, self._counted, self._number,
            self._ordinal, self._generic, self._unit, self._other,
        )  # fmt: skip
        while at < len(self.raw):
            token, at = next(got for reader in readers if (got := reader(at)) is not None)
            if token is not None:
                found.append(token)
        return found

    # -- looking around ---------------------------------------------------------------------------------------------
    def _at(self, at: int) -> Raw:
        return self.raw[at] if 0 <= at < len(self.raw) else Raw("\n", "\n", False)

    def _skip(self, at: int, signs: str = ".-«»\"“”„'") -> int:
        while self._at(at).text in signs:
            at += 1
        return at

    def _filler(self, at: int) -> bool:
        raw = self._at(at)
        return raw.text in folded("small", "fillers") or raw.text in "-«»\"“”„'‐–,()." and not raw.word

    def _unit_at(self, at: int) -> Token | None:
        raw = self._at(at)
        if not raw.word:
            return None
        word = unit_words().get(raw.text)
        if word is None:
            near_number = any(self._at(place).digits for place in (at - 2, at - 1, at + 1, at + 2))
            word = unit_with_slip(raw.text) if near_number or len(raw.text) > 5 else None
        return Token("unit", word.unit, first=word.first, plural=word.plural) if word else None

    def _before(self, at: int) -> Raw:
        at -= 1
        while at >= 0 and self._filler(at) and self._at(at).text not in ",(":
            at -= 1
        return self._at(at)

    # -- acts -------------------------------------------------------------------------------------------------------
    def _sign(self, at: int) -> tuple[Token | None, int] | None:
        """№ 511, № 38-VI: an act's number, unless a unit stands beside it; 38-VI also without №."""
        if self._at(at).digits and "v" in self._at(at + 2).text and (bare := self._law_number(at))[1] > at + 1:
            return self._act_or_unknown(bare[0]), bare[1]
        if self._at(at).text not in folded("small", "number_signs"):
            return None
        start = self._skip(at + 1, ".")
        if not self._at(start).digits:
            return (None, at + 1) if not self._at(at).word else None
        unit = self._unit_at(self._skip(start + 1))
        if self._unit_at(self._skip_back(at - 1)) or (unit and unit.first):
            return None, start
        number, end = self._law_number(start)
        return self._act_or_unknown(number), end

    def _skip_back(self, at: int) -> int:
        while self._at(at).text == ".":
            at -= 1
        return at

    def _law_number(self, at: int) -> tuple[str, int]:
        dash, roman = self._at(at + 1), self._at(at + 2)
        if dash.text in HYPHENS + DASHES and _ROMAN.match(roman.text):
            return f"{self._at(at).text}-{roman.text.replace('у', 'v')}", at + 3
        return self._at(at).text, at + 1

    def _act_or_unknown(self, number: str) -> Token:
        known = self.numbers.get(number.replace("у", "v"))
        return Token("act", known) if known else Token("unknown")

    def _name(self, at: int) -> tuple[Token | None, int] | None:
        """The longest name of an act that begins here."""
        if not self._at(at).word:
            return None
        best: tuple[int, Token] | None = None
        for id_, act in self.acts.items():
            for name, weak in [(n, False) for n in act.names] + [(n, True) for n in act.weak]:
                end = self._phrase(at, fold(name).split())
                if end and (best is None or end > best[0]):
                    best = end, Token("act", id_, weak=weak)
        return (best[1], best[0]) if best else None

    def _phrase(self, at: int, stems: list[str]) -> int:
        """The place after the phrase, or 0; words such as «ҚР», quotes and the act's own number may stand between."""
        for place, stem in enumerate(stems):
            while place and at < len(self.raw) and not has_stem(self._at(at).text, stem):
                if self._filler(at):
                    at += 1
                elif self._at(at).text in ("№", "#") and self._at(at + 1).digits:
                    at = self._law_number(at + 1)[1]
                else:
                    return 0
            if not has_stem(self._at(at).text, stem):
                return 0
            at += 1
        return at

    def _sort(self, at: int) -> str:
        """law, code, order, rules or method when the word here names such a thing."""
        raw = self._at(at)
        if not raw.word:
            return ""
        sorts = ("law", "code", "order", "rules", "method")
        return next((sort for sort in sorts if any_stem(raw.text, folded("generic", sort))), "")

    def _numbered(self, at: int) -> tuple[Token | None, int] | None:
        """511-бұйрық, 511 қағидалары: a number before the word order or rules."""
        if not self._at(at).digits:
            return None
        here = self._skip(at + 1)
        here += self._at(here).text in folded("small", "number_words")
        if self._sort(here) not in ("order", "rules"):
            return None
        number, russian = self._at(at).text, any_stem(self._at(here).text, folded("generic", "number_after"))
        unit = self._unit_at(self._skip_back(at - 1))
        if unit and not unit.first or russian and number not in self.numbers:
            return None
        return self._act_or_unknown(number), here + 1

    def _number_after(self, at: int) -> tuple[Token | None, int] | None:
        """приказ 511, правила 511, order-511, or a piece that opens with 511."""
        sort, opens = self._sort(at), at == 0 and self._at(0).digits
        place = 0 if opens else self._skip(at + 1)
        number = self._at(place).text
        if not (opens or sort in ("order", "rules")) or not number.isdecimal() or opens and len(number) < 3:
            return None
        if number not in self.numbers:
            takes = sort == "order" and not self._owned(place)
            return (Token("unknown"), place + 1) if takes else None
        if self._owned(place) and (opens or len(number) < 3 or self._at(place + 1).text in HYPHENS):
            return None
        return self._act_or_unknown(number), place + 1

    def _owned(self, at: int) -> bool:
        """Whether the number here belongs to the unit behind it."""
        after = self._skip(at + 1, "-‐‑–).")
        unit = self._unit_at(after)
        return unit is not None and (unit.first or not self._at(self._skip(after + 1, ".")).digits)

    def _capital(self, at: int) -> tuple[Token | None, int] | None:
        """ҚАК, УИК, ГК; «как» in small letters is the Russian word unless a number or a unit follows."""
        raw = self._at(at)
        if not raw.word:
            return None
        capitals = sum(c.isupper() for c in raw.typed) > 1
        for id_, act in self.acts.items():
            if any_stem(raw.text, map(fold, act.capitals)):
                sure = capitals or "қ" in raw.typed.lower() or raw.text != "как"
                if sure or self._at(self._skip(at + 1)).digits:
                    return Token("act", id_), at + 1
        if capitals and raw.text in folded("generic", "others"):
            return Token("unknown"), at + 1
        return None

    def _generic(self, at: int) -> tuple[Token | None, int] | None:
        """A bare «Заң», «Қағида», «Кодекс»: weak; unknown when a word beside it says that another act is meant."""
        sort = self._sort(at)
        if not sort or self._at(at).text in folded("generic", "not_acts"):
            return None
        other = sort != "method" and self._other_named(at, sort)
        return Token("unknown", weak=True) if other else Token("act", sort, weak=True), at + 1

    def _other_named(self, at: int, sort: str) -> bool:
        text, before, after = self._at(at).text, self._before(at), self._at(self._skip(at + 1))
        if before.text in folded("small", "about_before") or after.text in folded("small", "about_after"):
            return True
        owned = text.endswith(_OWNED) and not text.startswith(folded("generic", "number_after"))
        noun = before.word and not self._plain(before)
        return sort == "code" and noun or sort in ("law", "rules") and owned and noun

    def _plain(self, raw: Raw) -> bool:
        """Whether the word has a sense of its own in a citation, so that it does not qualify an act."""
        small = (*folded("small", "joins"), *folded("small", "about_before"))
        return raw.text in unit_words() or raw.text in small or any_stem(raw.text, folded("generic", "approved"))

    # -- numbers and units ------------------------------------------------------------------------------------------
    def _counted(self, at: int) -> tuple[Token | None, int] | None:
        """3 жұмыс күні, 10 дней: what is counted is no citation."""
        after = self._at(self._skip(at + 1, "-"))
        if self._at(at).digits and any_stem(after.text, folded("small", "counted")):
            return None if after.text in unit_words() else (Token("word"), at + 1)
        return None

    def _number(self, at: int) -> tuple[Token | None, int] | None:
        raw = self._at(at)
        if not raw.digits:
            return None
        if len(raw.text) > 4 or not int(raw.text):
            return Token("word", "number"), at + 1
        token, end = self._with_tail(at)
        end = self._past_suffix(end)
        closing = self._at(end).text == ")"
        opened = self._at(at - 1).text == "("
        if closing and (opened or not self.depth):
            return replace(token, mark="()" if opened else ")"), end + (0 if opened else 1)
        return token, end

    def _past_suffix(self, at: int) -> int:
        """13-я, 1-ші, 2nd: the ending of an ordinal is passed over; й and я only behind a hyphen."""
        suffixes = folded("ordinals", "suffixes")
        if self._at(at).text in HYPHENS and self._at(at + 1).tight and self._at(at + 1).text in suffixes:
            return at + 2
        return at + 1 if self._at(at).tight and self._at(at).text in suffixes[-8:] else at

    def _with_tail(self, at: int) -> tuple[Token, int]:
        """12-1 as one number; 98–99 as a span to be settled when its unit is known."""
        low, dash, high = str(int(self._at(at).text)), self._at(at + 1), self._at(at + 2)
        if dash.text not in HYPHENS + DASHES or not high.digits or len(high.text) > 4:
            return Token("number", numbers=(low,)), at + 1
        spaced = not (dash.tight and high.tight)
        long = dash.text in DASHES or spaced
        return Token("number", span=(low, str(int(high.text)), long)), at + 3

    def _ordinal(self, at: int) -> tuple[Token | None, int] | None:
        """«бірінші бөлігі», «часть вторая», «он үшінші бап»: only beside a unit."""
        tens = tens_words().get(self._at(at).text, 0)
        place = at + 1 if tens else at
        number = ordinal_words().get(self._at(place).text, 0)
        if not number or (tens and number > 9):
            return None
        behind, before = self._unit_at(place + 1), self._unit_at(at - 1)
        if not behind and (not before or before.first):
            return None
        return Token("number", numbers=(str(tens + number),), mark="word"), place + 1

    def _unit(self, at: int) -> tuple[Token | None, int] | None:
        if fold("азат") == self._at(at).text and self._at(at + 1).text.startswith(fold("жол")):
            return Token("unit", "passage", first=True), at + 2
        token = self._unit_at(at)
        return (token, at + 1) if token else None

    def _other(self, at: int) -> tuple[Token | None, int]:
        raw = self._at(at)
        self.depth += (raw.text == "(") - (raw.text == ")" and self.depth > 0)
        if raw.text in (",", "&", "+") or raw.text in folded("small", "joins"):
            return Token("join", raw.text), at + 1
        if raw.text in DASHES and self._at(at - 1).digits and self._at(at + 1).digits:
            return Token("word", "dash"), at + 1
        if not raw.word or raw.text in folded("small", "fillers"):
            return None, at + 1
        for method in words()["methods"]:
            if any_stem(raw.text, folded("methods", method)):
                return Token("method", method), at + 1
        return Token("word"), at + 1
