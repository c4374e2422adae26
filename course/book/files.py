"""Where the files of the book lie: named by what they were made from, so that a later state of the course is seen."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from library import service as library
from library.service import STRANGER

KINDS = ("epub", "pdf")
_NAMED = "tarmaq-course-{}.{}"
_MADE_OF = ("module", "page", "figure", "glossary")


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the book: where it lies, when it was made, and whether the course is still what it was made from."""

    kind: str
    path: Path
    made_at: datetime
    size: int
    current: bool


def fingerprint(session: Session) -> str:
    """Of all that stands in the book: the revisions that everybody may see."""
    held = [one.revision_id for kind in _MADE_OF for one in library.listing(session, STRANGER, kind)]
    return hashlib.sha256("\n".join(sorted(held)).encode()).hexdigest()[:16]


def folder(instance: Path) -> Path:
    """The folder of the book's files."""
    return instance / "book"


def newest(instance: Path, kind: str, state: str) -> Made | None:
    """The file of this kind for the state of the course, else the last one made, else nothing."""
    found = sorted(folder(instance).glob(_NAMED.format("*", kind)), key=lambda path: path.stat().st_mtime)
    own = folder(instance) / _NAMED.format(state, kind)
    if not found:
        return None
    path = own if own in found else found[-1]
    about = path.stat()
    return Made(kind, path, datetime.fromtimestamp(about.st_mtime, UTC), about.st_size, path == own)


def store(instance: Path, kind: str, state: str, write: Callable[[Path], None]) -> Path:
    """Let the file be written beside its place, put it there at once, and take older ones away."""
    place = folder(instance)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = place / _NAMED.format(state, kind)
    fresh = place / f".{os.getpid()}-{own.name}"
    fresh.unlink(missing_ok=True)
    try:
        write(fresh)
        fresh.replace(own)
    finally:
        fresh.unlink(missing_ok=True)
    for old in place.glob(_NAMED.format("*", kind)):
        if old != own:
            old.unlink(missing_ok=True)
    return own
