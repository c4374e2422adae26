"""Kinds of documents: a feature enters its kind here, so that the shelf knows how to read, prove and address it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from library.reading import Fault

Raw = tuple[str, str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """What the shelf must know of a kind.

    `gather(root)` yields (name, shown file, raw data); `model` is the frozen document type; `prove(document)` yields
    faults as (place, words); `logic(document)` is the part that decides marks; `address(name)` is its path;
    `links(document)` yields (place, Markdown) of every text that may hold links; `counts` adds to `content check`;
    `files(name, body)` gives the files (path: plain data for YAML, or text) that hold it;
    `prove_with(document, seeds)` proves harder; `unsourced(document)` yields the first words of each paragraph that
    claims something and has no link, which is told and not refused.
    """

    name: str
    model: type[BaseModel]
    gather: Callable[[Path], Iterator[Raw]]
    prove: Callable[[Any], Iterable[tuple[str, str]]]
    logic: Callable[[Any], Any]
    address: Callable[[str], str]
    links: Callable[[Any], Iterable[tuple[str, str]]]
    targets: Callable[[Any], Iterable[str]]
    counts: Callable[[Any], Mapping[str, int]]
    files: Callable[[str, dict[str, Any]], Mapping[str, Any]]
    prove_with: Callable[[Any, int], Iterable[tuple[str, str]]] | None = None
    unsourced: Callable[[Any], Iterable[str]] | None = None


_KINDS: dict[str, DocumentKind] = {}


def register(kind: DocumentKind) -> None:
    """Enter a kind; entering it again (another application in the same process) replaces it."""
    _KINDS[kind.name] = kind


def kinds() -> Mapping[str, DocumentKind]:
    """All kinds by name, in the order of registration."""
    return _KINDS


__all__ = ["DocumentKind", "Fault", "Raw", "kinds", "register"]
