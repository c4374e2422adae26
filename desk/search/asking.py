"""Answering a search: words are led to stems that stand somewhere, passages are ranked, the best of each is given."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.search.filling import key_of, law_key
from desk.search.folding import ASKS, STOP, foreign_words, kazakh_words, said, tokens
from desk.search.gathering import cited
from desk.search.models import Passage, PassageWord
from kazakh.letters import loose
from kazakh.stems import is_folded_ending
from law import searching
from library import service as library
from library.service import Reader

LONGEST, MOST_WORDS, MOST_OF_KIND, MOST_PASSAGES = 300, 12, 6, 900
# What a person most likely wants where two passages answer alike.
_KIND = {"term": 1.25, "page": 1.1, "module": 1.05, "law": 1.0, "question": 0.6, "case": 0.75, "item": 0.5}
# Who asks how many, when or who wants a page or a provision, not the meaning of the word.
_LESS_WHEN_ASKED = {"term": 0.55, "module": 0.6, "item": 0.8}


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
    """Hits, the best first; words searched for in a near spelling, and words that stand nowhere."""

    hits: Sequence[Hit]
    near: Sequence[str] = ()
    unknown: Sequence[str] = ()


NOTHING = Answer(())


def ask(session: Session, reader: Reader, text: str) -> Answer:
    """What answers the text. A citation comes first; nothing for an empty text; a long text is cut."""
    asked = text[:LONGEST]
    words = [word for word in dict.fromkeys(tokens(asked)) if kazakh_words(word)]
    asks = any(loose(word) in ASKS for word in words)
    words = [word for word in words if loose(word) not in STOP][:MOST_WORDS] or words[:MOST_WORDS]
    if not words:
        return NOTHING
    visible = frozenset({*(key_of(id_) for id_ in library.visible(session, reader)), law_key()})
    known = held(session, visible)
    near: list[str] = []
    groups = [_stems_of(word, known.often, near) for word in words]
    hits = _ranked(session, known, [group for group in groups if group], len(groups), asks)
    if not asks and (term := _named_abroad(hits, words)):
        own = [{word: 1.0} for word in said(kazakh_words(term)) if word in known.often]
        hits = _joined(hits, _ranked(session, known, own, len(own)))
    unknown = [word for word, group in zip(words, groups, strict=True) if not group]
    return Answer(_joined(_cited(asked), hits), near, unknown)


def _cited(text: str) -> list[Hit]:
    """The provisions that the text cites."""
    return [
        Hit("law", one.id, f"/law/{one.id}", cited(one),
            one.wordings[-1].summary["kk"] if one.wordings else "", 1000.0)
        for one in searching.cited(text)
    ]  # fmt: skip


def _joined(first: Sequence[Hit], then: Sequence[Hit]) -> list[Hit]:
    known = {(hit.kind, hit.name) for hit in first}
    return [*first, *(hit for hit in then if (hit.kind, hit.name) not in known)]


@dataclass(frozen=True, slots=True)
class Held:
    """What the table holds, kept in memory: how often each stem stands, and where each passage belongs."""

    often: Mapping[str, int]
    places: Mapping[int, tuple[str, str, int]]


_held: dict[tuple[str, int | None, frozenset[str]], Held] = {}


def held(session: Session, visible: frozenset[str]) -> Held:
    """Stems and passages that may be seen; read again only when revisions or passages changed."""
    newest = session.scalar(select(Passage.id).order_by(Passage.id.desc()).limit(1))
    state = (str(session.get_bind().engine.url), newest, visible)
    found = _held.get(state)
    if found is None:
        often = session.execute(select(PassageWord.stem, func.count()).group_by(PassageWord.stem)).all()
        rows = session.execute(select(Passage.id, Passage.revision_id, Passage.kind, Passage.name, Passage.words))
        places = {id_: (kind, name, words) for id_, revision, kind, name, words in rows if revision in visible}
        found = Held(dict(map(tuple, often)), places)
        while len(_held) > 1:
            _held.pop(next(iter(_held)))
        _held[state] = found
    return found


def _stems_of(word: str, known: Mapping[str, int], near: list[str]) -> dict[str, float]:
    """Stems that the word may mean, each with how sure that is; a word met only in a near spelling enters `near`."""
    own = kazakh_words(word)
    found = {stem: 1.0 for stem in own if stem in known}
    for language in ("russian", "english"):
        found |= {stem: 0.9 for stem in foreign_words(word, language) if stem in known and stem not in found}
    if not found:
        found = dict.fromkeys(_beginnings(loose(word), known), 0.9)
    if not found:
        found = _near(own[0], known) or _near(loose(word), known)
        near += [word] if found else []
    return found


def _beginnings(word: str, known: Mapping[str, int]) -> Iterable[str]:
    """The longest stem that the word is with endings, written without Kazakh letters: сотталганнын → сотталган."""
    for length in range(len(word) - 1, 2, -1):
        if word[:length] in known and is_folded_ending(word[length:]):
            return (word[:length],)
    return ()


def _near(word: str, known: Mapping[str, int]) -> dict[str, float]:
    """Stems that differ by a typing mistake: one from five letters on, two from eight."""
    allowed = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
    if not allowed:
        return {}
    matches = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=allowed, limit=4)
    best = min((distance for _, distance, _ in matches), default=0)
    return {stem: 0.8 - 0.2 * distance for stem, distance, _ in matches if distance == best}


def _ranked(
    session: Session, known: Held, groups: Sequence[Mapping[str, float]], asked: int, asks: bool = False
) -> list[Hit]:
    """Documents by their best passage: rare words count more, a passage with all words most."""
    weights: dict[str, dict[int, float]] = {}
    among: set[int] | None = None
    for group in sorted(groups, key=lambda one: sum(known.often[stem] for stem in one)):
        for stem in group:
            weights[stem] = _weights(session, known, stem, among)
        among = (among or set()) | {id_ for stem in group for id_ in weights[stem]}
    scores: dict[int, float] = defaultdict(float)
    met: dict[int, int] = defaultdict(int)
    for group in groups:
        for id_, score in _of_group(group, weights, known.often).items():
            scores[id_] += score
            met[id_] += 1
    liked = {kind: much * (_LESS_WHEN_ASKED.get(kind, 1.0) if asks else 1.0) for kind, much in _KIND.items()}
    whole = {
        id_: score * (met[id_] / asked) ** 2 * liked.get(known.places[id_][0], 1.0) for id_, score in scores.items()
    }
    return _hits(session, _best(whole, known.places), frozenset(weights)) if whole else []


def _weights(session: Session, known: Held, stem: str, among: set[int] | None) -> dict[int, float]:
    """How much the stem weighs in each passage; a word that stands everywhere is asked where rarer words led."""
    wanted = select(PassageWord.passage_id, PassageWord.weight).where(PassageWord.stem == stem)
    if known.often[stem] > MOST_PASSAGES:
        if among:
            wanted = wanted.where(PassageWord.passage_id.in_(sorted(among)[:MOST_PASSAGES]))
        else:
            wanted = wanted.order_by(PassageWord.weight.desc()).limit(MOST_PASSAGES)
    return {
        id_: weight / (weight + 1.0 + known.places[id_][2] / 60)
        for id_, weight in session.execute(wanted) if id_ in known.places
    }  # fmt: skip


def _of_group(
    group: Mapping[str, float], weights: Mapping[str, Mapping[int, float]], often: Mapping[str, int]
) -> dict[int, float]:
    """For each passage the best of the stems that one word may mean."""
    found: dict[int, float] = {}
    for stem, sure in group.items():
        rare = math.log(1 + 4000 / (1 + often[stem]))
        for id_, weight in weights[stem].items():
            found[id_] = max(found.get(id_, 0.0), sure * rare * weight)
    return found


def _best(scores: Mapping[int, float], where: Mapping[int, tuple[str, str, int]]) -> list[tuple[int, float]]:
    """The best passage of each document, at most so many of a kind; further passages add a little."""
    documents: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    for id_, score in scores.items():
        documents[where[id_][:2]].append((score, -id_))
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
    stored = {one.id: one for one in session.scalars(select(Passage).where(Passage.id.in_([id_ for id_, _ in best])))}
    found = [(stored[id_], score) for id_, score in best]
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
