"""Finding a place of the law: by its citation as people write it, else by the words of its summary."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from checks.citations import Citation, read_citations
from kazakh.letters import loose
from kazakh.stems import stems
from rules import acts
from rules.acts import Provision

LONGEST = 500
MOST = 30
USUAL_ACT = "probation-law"


def find(text: str) -> list[Provision]:
    """Provisions for the text, the best first: the one cited, those around it, then those whose summaries say it."""
    asked = text.strip()[:LONGEST]
    if len(text) > LONGEST or not any(sign.isalnum() for sign in asked):
        return []
    held, places = acts.provisions(), _places(asked)
    around = [held[above] for id_ in places for above in _above(id_) if above in held]
    found: dict[str, Provision] = {}
    for one in (*_exact(asked, places), *around, *_inside(places), *_by_words(asked)):
        found.setdefault(one.id, one)
    return list(found.values())[:MOST]


def cited(text: str) -> list[Provision]:
    """The provisions that the text cites, with or without the act; none where it names no article or paragraph."""
    asked = text.strip()[:LONGEST]
    places = _places(asked)
    # an article that is held only by its parts
    return _exact(asked, places) or _inside(places)


def _places(asked: str) -> list[str]:
    """Every place that the text cites, held or not."""
    read = read_citations(asked) or read_citations(asked, default_act=USUAL_ACT)
    return [place for citation in read if (place := _place(citation))]


def _exact(asked: str, places: list[str]) -> list[Provision]:
    held = acts.provisions()
    return [held[id_] for id_ in dict.fromkeys((*_formal(asked), *places)) if id_ in held]


def _inside(places: list[str]) -> list[Provision]:
    return [one for id_ in places for one in acts.provisions().values() if one.id.startswith(f"{id_}/")]


def _place(citation: Citation) -> str | None:
    """Where no act is named, the Law on Probation is meant."""
    return citation.provision or replace(citation, act=USUAL_ACT).provision


def _formal(text: str) -> tuple[str, ...]:
    """Provisions whose own way of being cited is just this text; unnumbered parts are cited in words only."""
    return _cites().get(loose(text), ())


@cache
def _cites() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in acts.provisions().values():
        short = acts.acts()[one.act].short
        for lang, cite in one.cite.items():
            key = loose(f"{short[lang]}, {cite}")
            found[key] = (*found.get(key, ()), one.id)
    return found


def _above(provision_id: str) -> list[str]:
    parts = provision_id.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts) - 1, 1, -1)]


@cache
def _index() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (one.id, frozenset(word for text in one.wordings[-1].summary.values() for word in _words(text)))
        for one in acts.provisions().values() if one.wordings
    )  # fmt: skip


def _words(text: str) -> list[str]:
    return [loose(word) for word in stems(text) if len(word) > 2]


def _by_words(text: str) -> list[Provision]:
    """Provisions that hold every word asked for."""
    asked = _words(text)
    held = acts.provisions()
    return [held[id_] for id_, words in _index() if asked and all(word in words for word in asked)]
