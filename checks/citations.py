"""Legal citations as people write them, in Kazakh, Russian and English: read into permanent ids, or refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.citation_groups import ARTICLE, ITEM, PART, PASSAGE, Chunk, Place, chunks, give_acts, join, place
from checks.citation_pairs import Unreadable
from checks.citation_text import clean
from checks.citation_tokens import Reader, Token
from checks.citation_words import ActNames, words
from checks.citation_words import acts as known_acts

LONGEST = 500
_PIECES = re.compile(r"[;\n\r]+")
_METHODS = ("test", "report")


@dataclass(frozen=True, slots=True)
class Citation:
    """One place of the law. Numbers are text ("12-1"); None is a level not named.

    Laws and codes: article, part (тармақ of a law, бөлік of a code), item. Orders: part is the paragraph of the
    rules, item its subparagraph, article is None, or for order 90 the method: "test" or "report". `passage` is an
    unnumbered passage (абзац) by its place; it is no part of the id.
    """

    act: str | None
    article: str | None = None
    part: str | None = None
    item: str | None = None
    passage: str | None = None

    @property
    def provision(self) -> str | None:
        """The permanent id, such as `probation-law/13/1/3` or `order-511/98/3`; None where no act is known."""
        if self.act is None:
            return None
        return "/".join([self.act, *(level for level in (self.article, self.part, self.item) if level)])


@dataclass(frozen=True, slots=True)
class CitationFault:
    """Why a text is no citation. Reasons: no_number, no_unit, wrong_unit, two_numbers, two_acts, several, too_long,
    unknown_act, no_method."""

    reason: str

    def told(self, lang: str) -> str:
        """The reason and the way out as a sentence in kk, ru or en."""
        return str(words()["faults"][self.reason][lang])


def read_answer(
    text: str, default_act: str | None = None, acts: Mapping[str, ActNames] | None = None
) -> tuple[Citation, ...] | CitationFault:
    """All citations of an answer in the order of the text, without repeats, or the fault that makes it unreadable.

    `default_act` is the act meant where the text names none; `acts` the acts that may be named (all we know).
    """
    if len(text) > LONGEST:
        return CitationFault("too_long")
    try:
        return _read(clean(text), default_act, known_acts() if acts is None else acts)
    except Unreadable as fault:
        return CitationFault(str(fault))


def read_citation(
    text: str, default_act: str | None = None, acts: Mapping[str, ActNames] | None = None
) -> Citation | CitationFault:
    """The one citation of the text, or why it cannot be read as one."""
    found = read_answer(text, default_act, acts)
    if isinstance(found, CitationFault):
        return found
    return found[0] if len(found) == 1 else CitationFault("several")


def read_citations(
    text: str, acts: Mapping[str, ActNames] | None = None, *, default_act: str | None = None
) -> tuple[Citation, ...]:
    """The citations of the text; nothing where it cannot be read whole (`read_answer` tells why)."""
    found = read_answer(text, default_act, acts)
    return () if isinstance(found, CitationFault) else found


def _read(text: str, default: str | None, acts: Mapping[str, ActNames]) -> tuple[Citation, ...]:
    if default is not None and default not in acts:
        raise Unreadable("unknown_act")
    pieces = [(Reader(piece, acts).tokens()) for piece in _PIECES.split(text)]
    if not any(token.kind == "number" for tokens in pieces for token in tokens):
        unknown = any(token.kind == "unknown" for tokens in pieces for token in tokens)
        raise Unreadable("unknown_act" if unknown else "no_number")
    found: list[Citation] = []
    act, waiting = default, False
    for tokens in pieces:
        settled = _settled(tokens, act, acts)
        cut = chunks(settled)
        named = any(chunk.acts for chunk in cut)
        if not cut and any(token.kind == "word" for token in settled):
            raise Unreadable("no_number")
        if waiting and named:
            raise Unreadable("two_acts")
        cut, act = give_acts(cut, act)
        waiting = (waiting or named) and not cut
        found += _citations(cut, acts, named)
    if waiting and found:
        raise Unreadable("two_acts")
    if not found:
        raise Unreadable("no_unit")
    return tuple(dict.fromkeys(found))


def _settled(tokens: list[Token], default: str | None, acts: Mapping[str, ActNames]) -> list[Token]:
    """Tokens with bare «Заң», «Қағида», «Кодекс» resolved, or dropped beside the act that they speak of."""
    strong = [t.value for t in tokens if t.kind == "act" and not t.weak]
    settled: list[Token] = []
    for token in tokens:
        if token.kind == "unknown" and not (token.weak and strong):
            raise Unreadable("unknown_act")
        if token.kind == "act" and token.weak:
            token = _resolved(token.value, strong, default, acts)
        if token.kind != "unknown":
            settled.append(token)
    about_90 = any(t.kind == "act" and t.value == "order-90" for t in settled) or (default == "order-90" and not strong)
    return [t if t.kind != "method" or about_90 else Token("word") for t in settled]


def _resolved(sort: str, strong: list[str], default: str | None, acts: Mapping[str, ActNames]) -> Token:
    kinds = {"rules": "order", "method": "order"}
    kind = kinds.get(sort, sort)
    if sort in acts:
        return Token("word", "weak") if strong else Token("act", sort)
    if sort == "method" and "order-90" in acts:
        return Token("act", "order-90")
    if any(acts[act].kind == kind for act in strong):
        return Token("word", "weak")
    if sort == "rules" and default and acts[default].rules:
        return Token("act", default)
    usual = {"law": "probation-law", "rules": "order-511"}.get(sort)
    if usual in acts and usual is not None:
        return Token("act", usual)
    if default and acts[default].kind == kind:
        return Token("act", default)
    raise Unreadable("unknown_act")


def _citations(cut: list[Chunk], acts: Mapping[str, ActNames], named: bool) -> list[Citation]:
    places = [place(chunk, acts, named, _part_beside(chunk, cut)) for chunk in cut]
    return [citation for found in join(places) for citation in _spread(found, acts)] if places else []


def _part_beside(chunk: Chunk, cut: list[Chunk]) -> bool:
    """Whether a neighbour names the part that this chunk's paragraph lies in: «ч. 1, п. 2 ст. 44 УК»."""
    article = chunk.has("article")
    return any(
        one.acts == chunk.acts and one.has("part") and not (article and one.has("article"))
        for one in cut
        if one is not chunk
    )


def _spread(found: Place, acts: Mapping[str, ActNames]) -> list[Citation]:
    """One citation for each number of the deepest level; a list above it would not say what belongs to what."""
    deepest = max(found.levels)
    if any(len(numbers) > 1 for level, numbers in found.levels.items() if level != deepest):
        raise Unreadable("two_numbers")
    fixed = {level: numbers[0] for level, numbers in found.levels.items()}
    spread = []
    for number in found.levels[deepest]:
        at = fixed | {deepest: number}
        spread.append(Citation(found.act, found.method or at.get(ARTICLE), at.get(PART), at.get(ITEM), at.get(PASSAGE)))
    _whole(spread[0], acts)
    return spread


def _whole(citation: Citation, acts: Mapping[str, ActNames]) -> None:
    kind = acts[citation.act].kind if citation.act else ""
    if kind == "order" and citation.part is None or kind in ("law", "code") and citation.article is None:
        raise Unreadable("no_unit")
    if citation.article is None and citation.part is None:
        raise Unreadable("no_unit")


# -- "this is how we read it" -----------------------------------------------------------------------------------------
def as_read(citation: Citation, lang: str, acts: Mapping[str, ActNames] | None = None) -> str:
    """The formal form in kk, ru or en: «Пробация туралы заң, 13-баптың 1-тармағының 3) тармақшасы»."""
    names = None if citation.act is None else (known_acts() if acts is None else acts)[citation.act]
    forms = words()["forms"][lang]
    units = _units(citation, names)
    title = names.title[lang] if names else ""
    method = forms[citation.article] if citation.article in _METHODS else ""
    if lang == "ru":
        return _russian(units, forms, [method, title])
    chain = _kazakh(units, forms) if lang == "kk" else ", ".join(forms[unit][0].format(n=n) for unit, n in units)
    return ", ".join(part for part in (title, method, chain) if part)


def _units(citation: Citation, names: ActNames | None) -> list[tuple[str, str]]:
    """The named levels from the top, each with the unit word that its act uses and its number as written."""
    code = names is not None and names.kind == "code"
    item = "paragraph_item" if names is not None and names.items == "paragraph" else "item"
    article = None if citation.article in _METHODS else citation.article
    levels = (
        ("article", article),
        ("part" if code else "paragraph", citation.part),
        (item, citation.item and f"{citation.item})"),
        ("passage", citation.passage),
    )
    return [(unit, number) for unit, number in levels if number]


def _kazakh(units: Sequence[tuple[str, str]], forms: Mapping[str, Sequence[str]]) -> str:
    last = len(units) - 1
    places = [(0 if last == 0 else 1) if i == 0 else (2 if i == last else 3) for i in range(len(units))]
    return " ".join(forms[unit][at].format(n=number) for at, (unit, number) in zip(places, units, strict=True))


def _russian(units: Sequence[tuple[str, str]], forms: Mapping[str, Sequence[str]], owners: list[str]) -> str:
    upwards = [forms[unit][min(at, 1)].format(n=number) for at, (unit, number) in enumerate(reversed(units))]
    return " ".join(part for part in [*upwards, *owners] if part)
