"""Answering a search: words are led to stems that stand somewhere, passages are ranked, the best of each is given."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.search.filling import key_of, law_key
from desk.search.folding import STOP, foreign_words, kazakh_words, said, tokens
from desk.search.models import Passage, PassageWord
from kazakh.letters import loose
from kazakh.stems import is_folded_ending
from law import searching
from library import service as library
from library.service import Reader
from rules import acts

LONGEST, MOST_WORDS, MOST_OF_KIND = 300, 12, 6
# What a person most likely wants where two passages answer alike.
_KIND = {"term": 1.25, "page": 1.1, "module": 1.05, "law": 1.0, "case": 0.9, "item": 0.7}


@dataclass(frozen=True, slots=True)
class Hit:
    """One document, term, provision or item with its best passage; `matched` are stems to be marked in the text."""

    kind: str
    name: str
    href: str
    title: str
    text: str
    score: float
    matched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits, the best first, and what other spelling was searched for."""

    hits: Sequence[Hit]
    instead: Mapping[str, str]


NOTHING = Answer((), {})


def ask(session: Session, reader: Reader, text: str) -> Answer:
    """What answers the text. A citation comes first; nothing for an empty text; a long text is cut."""
    asked = text[:LONGEST]
    words = [word for word in dict.fromkeys(tokens(asked)) if kazakh_words(word)]
    words = [word for word in words if loose(word) not in STOP][:MOST_WORDS] or words[:MOST_WORDS]
    if not words:
        return NOTHING
    known = vocabulary(session)
    instead: dict[str, str] = {}
    groups = [_stems_of(word, known, instead) for word in words]
    visible = {key_of(id_) for id_ in library.visible(session, reader)} | {law_key()}
    hits = _ranked(session, visible, [group for group in groups if group], len(groups))
    if term := _named_abroad(hits, words):
        own = [{word: 1.0} for word in said(kazakh_words(term)) if word in known]
        hits = _joined(hits, _ranked(session, visible, own, len(own)))
    return Answer(_joined(_cited(asked), hits), instead)


def _cited(text: str) -> list[Hit]:
    """The provisions that the text cites."""
    return [
        Hit("law", one.id, f"/law/{one.id}", f"{acts.acts()[one.act].short['kk']}, {one.cite['kk']}",
            one.wordings[-1].summary["kk"] if one.wordings else "", 1000.0)
        for one in searching.cited(text)
    ]  # fmt: skip


def _joined(first: Sequence[Hit], then: Sequence[Hit]) -> list[Hit]:
    known = {(hit.kind, hit.name) for hit in first}
    return [*first, *(hit for hit in then if (hit.kind, hit.name) not in known)]


_vocabularies: dict[tuple[str, frozenset[str]], frozenset[str]] = {}


def vocabulary(session: Session) -> frozenset[str]:
    """Every stem that stands somewhere; read again only when passages changed."""
    keys = frozenset(session.scalars(select(Passage.revision_id).distinct()))
    state = (str(session.get_bind().engine.url), keys)
    held = _vocabularies.get(state)
    if held is None:
        held = frozenset(session.scalars(select(PassageWord.stem).distinct()))
        _vocabularies.clear()
        _vocabularies[state] = held
    return held


def _stems_of(word: str, known: frozenset[str], instead: dict[str, str]) -> dict[str, float]:
    """Stems that the word may mean, each with how sure that is; none where nothing is near."""
    own = kazakh_words(word)
    found = {stem: 1.0 for stem in own if stem in known}
    for language in ("russian", "english"):
        found |= {stem: 0.9 for stem in foreign_words(word, language) if stem in known and stem not in found}
    if not found:
        found = dict.fromkeys(_beginnings(loose(word), known), 0.9)
    if not found:
        found = _near(own[0], known) or _near(loose(word), known)
        instead.update({word: max(found, key=lambda stem: found[stem])} if found else {})
    return found


def _beginnings(word: str, known: frozenset[str]) -> Iterable[str]:
    """The longest stem that the word is with endings, written without Kazakh letters: сотталганнын → сотталган."""
    for length in range(len(word) - 1, 2, -1):
        if word[:length] in known and is_folded_ending(word[length:]):
            return (word[:length],)
    return ()


def _near(word: str, known: frozenset[str]) -> dict[str, float]:
    """Stems that differ by a typing mistake: one from five letters on, two from eight."""
    allowed = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
    if not allowed:
        return {}
    matches = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=4)
    best = min((distance for _, distance, _ in matches), default=0)
    return {stem: 0.8 - 0.2 * distance for stem, distance, _ in matches if distance == best}


def _ranked(session: Session, visible: set[str], groups: Sequence[Mapping[str, float]], asked: int) -> list[Hit]:
    """Documents by their best passage: rare words count more, a passage with all words most."""
    stems = sorted({stem for group in groups for stem in group})
    if not stems:
        return []
    rows = session.execute(
        select(PassageWord.stem, PassageWord.weight, Passage.id, Passage.revision_id, Passage.kind, Passage.name,
               Passage.words)
        .join(Passage, Passage.id == PassageWord.passage_id).where(PassageWord.stem.in_(stems))
    ).all()  # fmt: skip
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    where: dict[int, tuple[str, str]] = {}
    for stem, weight, id_, revision, kind, name, length in rows:
        if revision in visible:
            weights[stem][id_] = weight / (weight + 1.0 + length / 60)
            where[id_] = (kind, name)
    scores: dict[int, float] = defaultdict(float)
    met: dict[int, int] = defaultdict(int)
    for group in groups:
        for id_, score in _of_group(group, weights).items():
            scores[id_] += score
            met[id_] += 1
    whole = {id_: score * (met[id_] / asked) ** 2 * _KIND.get(where[id_][0], 1.0) for id_, score in scores.items()}
    return _hits(session, _best(whole, where), frozenset(stems))


def _of_group(group: Mapping[str, float], weights: Mapping[str, Mapping[int, float]]) -> dict[int, float]:
    """For each passage the best of the stems that one word may mean."""
    found: dict[int, float] = {}
    for stem, sure in group.items():
        rare = math.log(1 + 4000 / (1 + len(weights.get(stem, ()))))
        for id_, weight in weights.get(stem, {}).items():
            found[id_] = max(found.get(id_, 0.0), sure * rare * weight)
    return found


def _best(scores: Mapping[int, float], where: Mapping[int, tuple[str, str]]) -> list[tuple[int, float]]:
    """The best passage of each document, at most so many of a kind; further passages add a little."""
    documents: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    for id_, score in scores.items():
        documents[where[id_]].append((score, -id_))
    ordered = []
    for (kind, _), passages in documents.items():
        passages.sort(reverse=True)
        extra = sum(score for score, _ in passages[1:4]) * 0.08
        ordered.append((passages[0][0] + extra, passages[0][1], kind))
    ordered.sort(reverse=True)
    counted: dict[str, int] = defaultdict(int)
    kept = []
    for score, minus, kind in ordered:
        counted[kind] += 1
        if counted[kind] <= MOST_OF_KIND:
            kept.append((-minus, score))
    return kept


def _hits(session: Session, best: Sequence[tuple[int, float]], matched: frozenset[str]) -> list[Hit]:
    held = {one.id: one for one in session.scalars(select(Passage).where(Passage.id.in_([id_ for id_, _ in best])))}
    found = [(held[id_], score) for id_, score in best]
    hits = [
        Hit(one.kind, one.name, one.href, one.title, one.text, score * _named(one.title, matched), matched)
        for one, score in found
    ]
    return sorted(hits, key=lambda hit: -hit.score)


def _named(title: str, matched: frozenset[str]) -> float:
    """How much of the title was asked for: what is called just so stands before what also speaks of it."""
    words = said(kazakh_words(title))
    share = sum(word in matched for word in words) / len(words) if words else 0.0
    return 0.7 + share * share


def _named_abroad(hits: Sequence[Hit], words: Sequence[str]) -> str:
    """The Kazakh name of the best hit, where it is a term that was asked for in another language."""
    asked = {stem for word in words for stem in kazakh_words(word)}
    if not hits or hits[0].kind != "term" or asked & set(kazakh_words(hits[0].title)):
        return ""
    return hits[0].title
