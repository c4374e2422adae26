"""Where content uses the law: documents whose texts link to it or whose tasks rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from library.kinds import kinds
from library.links import links_in
from library.service import Held, Reader, listing
from library.words import Text

KINDS = ("page", "case", "quiz")
PROVISIONS = ("provision", "provisions", "reasons", "accepts")
KEPT_AT_MOST = 2000
_links: dict[str, frozenset[tuple[str, str]]] = {}


@dataclass(frozen=True, slots=True)
class Use:
    """A document that uses the law: its kind, path without the language, title."""

    kind: str
    path: str
    title: Text


def uses_of(session: Session, reader: Reader, scheme: str, target: str) -> Iterator[Use]:
    """Documents this reader may see that use the provision (`law`) or the rule (`rule`), in the order of the shelf."""
    for name in KINDS:
        if kind := kinds().get(name):
            for held in listing(session, reader, name):
                if (scheme, target) in _linked(held):
                    yield Use(name, kind.address(held.name), held.content.title)


def _linked(held: Held) -> frozenset[tuple[str, str]]:
    found = _links.get(held.revision_id)
    if found is None:
        texts = kinds()[held.kind].links(held.content)
        links = {(link.scheme, link.target) for _, text in texts for link in links_in(text)}
        found = frozenset(links | set(_keys(held.content.model_dump(mode="json"))))
        if len(_links) >= KEPT_AT_MOST:
            _links.clear()
        _links[held.revision_id] = found
    return found


def _keys(node: Any) -> Iterator[tuple[str, str]]:
    """What tasks rest on: their rules, and the provisions that are named behind keys and reasons."""
    if isinstance(node, list):
        for part in node:
            yield from _keys(part)
    if isinstance(node, dict):
        for name, part in node.items():
            if name == "rule" and isinstance(part, str):
                yield "rule", part
            elif name in PROVISIONS:
                yield from (("law", one) for one in ([part] if isinstance(part, str) else part or ()))
            else:
                yield from _keys(part)
