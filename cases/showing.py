"""A case as its page shows it: papers with the newest stage first, notes of what was asked, tasks by stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cases.content import Case, Event
from cases.shaping import Shape
from cases.unfolding import ASKED, Standing
from web import linking

NOTES = "notes--asked"
Plain = dict[str, Any]


def papers(made: Shape, stood: Standing, receipts: Mapping[str, Sequence[Any]], lang: str) -> list[Plain]:
    """What lies in the file: notes of what was asked, then the papers of the stages, the newest stage first."""
    by_id = {paper.id: paper for paper in made.documents}
    found = [
        {"id": p.id, "title": linking.words(p.title, lang), "html": linking.html(p.text, lang)}
        for stage in reversed(stood.stages) for p in (by_id[id_] for id_ in stage.documents)
    ]  # fmt: skip
    if notes := asked(stood, receipts):
        text = "\n\n".join(f"### {note['ask']}\n\n{note['answer']}" for note in notes)
        found.append({"id": NOTES, "title": "", "html": linking.html({"kk": text, notes[0]["lang"]: text}, lang)})
    return found


def asked(stood: Standing, receipts: Mapping[str, Sequence[Any]]) -> list[Plain]:
    """What was asked and what came, as it was told then."""
    return [receipts[f"{ASKED}{id_}"][0].told for id_ in stood.asked]


def events(made: Shape, stood: Standing) -> list[Event]:
    """The days known by now."""
    known = {id_ for stage in stood.stages for id_ in stage.events}
    return [event for event in made.events if event.id in known]


def parts(stood: Standing, tasks: Sequence[Plain], lang: str) -> list[Plain]:
    """The tasks under their stages."""
    by_id = {task["id"]: task for task in tasks}
    return [
        {"id": stage.id, "title": linking.words(stage.title, lang), "tasks": [by_id[id_] for id_ in stage.tasks]}
        for stage in stood.stages
    ]


def asks(case: Case, made: Shape, stood: Standing, lang: str) -> list[Plain]:
    """What may be asked now; nothing more once the case has come to its end."""
    open_now = {"", *(stage.id for stage in stood.stages)}
    if stood.complete:
        return []
    return [
        {"id": ask.id, "ask": linking.words(ask.ask, lang)}
        for ask in made.asks if ask.stage in open_now and ask.id not in stood.asked
    ]  # fmt: skip
