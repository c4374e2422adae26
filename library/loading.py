"""Loading content: read all, prove all, and only then add the revisions that changed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.judging import fingerprint
from database import lock_for_writing, now
from library.kinds import DocumentKind, kinds
from library.links import Link, check
from library.models import HOUSE, Document, Proof, Revision
from library.reading import ContentFaults, Fault, faults_of, mixed_words
from rules import acts, registry

# What must follow every load in the same transaction; features enter here.
after_load: list[Callable[[Session], object]] = []


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document as read from files, with both fingerprints; that of the words covers the whole document."""

    kind: DocumentKind
    name: str
    shown: str
    document: Any
    body: dict[str, Any]
    logic: str
    words: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a reading found: documents, faults, counts, and drafts."""

    loaded: list[Loaded]
    faults: list[Fault]
    counts: Counter[str]


def ground() -> str:
    """What proofs rest on: the fingerprints of law and checks."""
    return f"{fingerprint('rules')}.{fingerprint('checks')}"


def read_all(root: Path, proved: frozenset[str] = frozenset()) -> Report:
    """Every document under the root; those whose whole fingerprint is in `proved` are not proved again."""
    loaded: list[Loaded] = []
    faults: list[Fault] = []
    for kind in kinds().values():
        try:
            raws = list(kind.gather(root))
        except ContentFaults as error:
            faults.extend(error.faults)
            continue
        for name, shown, raw in raws:
            try:
                loaded.append(_read(kind, name, shown, raw))
            except ContentFaults as error:
                faults.extend(error.faults)
    faults.extend(_doubled(loaded))
    known = _targets(loaded)
    for one in loaded:
        faults.extend(_link_faults(one, known))
        if one.words not in proved:
            faults.extend(Fault(one.shown, place, says) for place, says in one.kind.prove(one.document))
    counts: Counter[str] = Counter()
    for one in loaded:
        counts.update(one.kind.counts(one.document))
    return Report(loaded, sorted(faults), counts)


def _read(kind: DocumentKind, name: str, shown: str, raw: dict[str, Any]) -> Loaded:
    try:
        document: BaseModel = kind.model.model_validate_json(json.dumps(raw, ensure_ascii=False))
    except ValidationError as error:
        raise ContentFaults(faults_of(error, shown)) from None
    faults = mixed_words(raw, shown)
    if faults:
        raise ContentFaults(faults)
    # as written, in the order of the file: an export gives it back
    return Loaded(kind, name, shown, document, raw, digest(kind.logic(document)), digest(raw))


def digest(value: Any) -> str:
    """A fingerprint of plain data."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:32]


def _doubled(loaded: list[Loaded]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], str] = {}
    for one in loaded:
        if first := seen.get((one.kind.name, one.name)):
            yield Fault(one.shown, "id", f"{one.name!r} is already the id of {first}")
        seen[one.kind.name, one.name] = one.shown


def _targets(loaded: list[Loaded]) -> frozenset[str]:
    own = {target for one in loaded for target in one.kind.targets(one.document)}
    law = {f"law:{id_}" for id_ in acts.provisions()} | {f"law:{id_}" for id_ in acts.acts()}
    return frozenset(own | law | {f"rule:{id_}" for id_ in registry.all_rules()})


def _link_faults(one: Loaded, known: frozenset[str]) -> Iterator[Fault]:
    own = frozenset(one.kind.targets(one.document))

    def leads(link: Link) -> bool:
        # facts and sources are named within a document, which proves them itself
        written = f"{link.scheme}:{link.target}"
        return link.scheme in ("fact", "source") or written in known or written in own

    for place, markdown in one.kind.links(one.document):
        for says in check(markdown, leads):
            yield Fault(one.shown, place, says)


def load(session: Session, root: Path) -> Counter[str]:
    """Add a revision for every document of the house that changed; nothing is removed, a gone one is retired.

    Raises `ContentFaults` with all faults, and then nothing has changed: the site keeps the last good revisions.
    """
    proved = frozenset(session.scalars(select(Proof.logic).where(Proof.ground == ground())))
    report = read_all(root, proved)
    if report.faults:
        raise ContentFaults(report.faults)
    lock_for_writing(session)
    held = {(d.kind, d.name): d for d in session.scalars(select(Document).where(Document.owner == HOUSE))}
    changed: Counter[str] = Counter()
    for place, one in enumerate(report.loaded):
        changed[_store(session, one, held.pop((one.kind.name, one.name), None), place)] += 1
        if one.words not in proved:
            session.merge(Proof(logic=one.words, ground=ground()))
    for gone in held.values():
        gone.retired_at = gone.retired_at or now()
        changed["retired"] += 1
    session.flush()
    for follow in after_load:
        follow(session)
    session.commit()
    return changed


def _store(session: Session, one: Loaded, document: Document | None, place: int) -> str:
    if document is None:
        document = Document(kind=one.kind.name, name=one.name)
        session.add(document)
    document.audience = one.body.get("audience", "open")
    document.place, document.retired_at = place, None
    session.flush()
    current = session.get(Revision, document.revision_id) if document.revision_id else None
    if current and (current.logic, current.words) == (one.logic, one.words):
        return "same"
    revision = Revision(document_id=document.id, logic=one.logic, words=one.words, body=one.body)
    session.add(revision)
    session.flush()
    document.revision_id = revision.id
    return "changed" if current else "new"
