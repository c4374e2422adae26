"""Keeping the table of stems in step with the shelf and the law; runs inside the load of content."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from checks.judging import fingerprint
from desk.search.gathering import GATHERERS, Around, Found, bare, of_law
from desk.search.models import LAW, Passage, PassageWord
from library import service as library
from library.service import STRANGER

# A change of how words are folded or gathered makes every passage anew.
METHOD = "4"


def fill(session: Session) -> int:
    """Add passages of new revisions and of a new law, drop those of old ones; the number added. Does not commit."""
    wanted = dict(_wanted(session))
    held = set(session.scalars(select(Passage.revision_id).distinct()))
    gone = held - set(wanted)
    if gone:
        old = select(Passage.id).where(Passage.revision_id.in_(gone))
        session.execute(delete(PassageWord).where(PassageWord.passage_id.in_(old)))
        session.execute(delete(Passage).where(Passage.revision_id.in_(gone)))
    return sum(_add(session, key, list(wanted[key])) for key in wanted if key not in held)


def _wanted(session: Session) -> Iterator[tuple[str, Iterator[Found]]]:
    yield law_key(), of_law()
    listed = {kind: library.listing(session, STRANGER, kind) for kind in GATHERERS}
    modules = {held.name: bare(held.content.title) for held in listed["module"]}
    pages = {held.name: bare(held.content.title) for held in listed["page"]}
    around = Around(modules, pages, {term.id: term for held in listed["glossary"] for term in held.content.terms})
    for kind, gather in GATHERERS.items():
        yield from ((key_of(held.revision_id), gather(held.content, around)) for held in listed[kind])


def key_of(revision_id: str) -> str:
    """The key of a revision's passages."""
    return f"{METHOD}:{revision_id}"


def law_key() -> str:
    """The key of the law's passages: another law, other passages."""
    return f"{METHOD}:{LAW}:{fingerprint('rules')[:40]}"


def _add(session: Session, key: str, found: list[Found]) -> int:
    last = session.scalar(select(Passage.id).order_by(Passage.id.desc()).limit(1)) or 0
    passages, words = [], []
    for number, one in enumerate(found):
        weights = one.weights()
        id_ = last + number + 1
        passages.append({
            "id": id_, "revision_id": key, "kind": one.kind, "name": one.name, "number": number, "href": one.href,
            "title": one.title[:400], "text": one.text, "words": sum(weights.values()),
        })  # fmt: skip
        words += [{"passage_id": id_, "stem": stem, "weight": weight} for stem, weight in weights.items() if stem]
    if passages:
        session.execute(insert(Passage), passages)
        session.execute(insert(PassageWord), words)
    return len(passages)
