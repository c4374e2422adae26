"""A card as templates show it: what is asked, what the answer is, what changed in the law, when it comes back."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from course.content import Term
from desk.review import grounds
from desk.review.lining import Due
from desk.review.models import DEADLINE, ITEM, TERM, Card
from desk.review.schedule import RATINGS, Exam, after, due_on
from desk.review.service import memory_of
from desk.review.subjects import Subjects, deadlines
from kazakh.letters import loose
from law.changes import lists
from library.markdown import plain_text
from rules import acts
from rules.duties import Duty
from rules.registry import find
from rules.words import word
from web import linking, telling
from web.trace import badge, prefix, said

Plain = dict[str, Any]


def face(card: Card, subjects: Subjects, lang: str) -> Plain:
    """Both sides of a card of recall: a term or a deadline."""
    if card.kind == TERM:
        return _term(card, subjects.terms[card.target], lang)
    return _deadline(deadlines()[card.target], lang)


def _term(card: Card, term: Term, lang: str) -> Plain:
    """The term first; every second time its definition, unless the definition holds the term itself."""
    definition = linking.inline(term.definition, lang)
    kazakh = term.definition if isinstance(term.definition, str) else term.definition["kk"]
    gives_away = loose(term.kk) in loose(plain_text(kazakh))
    return {
        "kind": TERM, "term": term.kk, "others": [term.ru, term.en], "definition": definition,
        "backwards": bool(card.seen_at and card.seen_at.toordinal() % 2 and not gives_away),
        "href": linking.address("term", term.id, lang),
    }  # fmt: skip


def _deadline(duty: Duty, lang: str) -> Plain:
    provision = find(duty.rule).provisions[0]
    kind = f"{duty.pace}-{duty.unit}" if duty.pace in ("term", "before") else duty.pace
    return {
        "kind": DEADLINE, "what": word(lang, "duties", duty.rule, "what"), "who": word(lang, "values", duty.who),
        "event": word(lang, "duties", duty.rule, "event"), "when": said(lang, {"count": duty.count}, "paces", kind),
        "badge": badge(provision, lang), "draft": acts.provisions()[provision].draft,
        "href": linking.address("rule", duty.rule, lang),
    }  # fmt: skip


def name(card: Card, subjects: Subjects, lang: str) -> Plain:
    """A card in a list: its words and the page it leads to."""
    if card.kind == TERM:
        words = subjects.terms[card.target].kk
    elif card.kind == ITEM:
        words = plain_text(linking.words(subjects.items[card.target].task.ask, lang))
    else:
        words = word(lang, "duties", card.target, "what")
    scheme = {TERM: "term", ITEM: "quiz", DEADLINE: "rule"}[card.kind]
    return {"id": card.id, "kind": card.kind, "words": words, "href": linking.address(scheme, card.target, lang)}


def what_changed(due: Due, lang: str) -> list[Plain]:
    """Each provision whose wording is new since the card was last seen, with the page of the change."""
    found = []
    for id_ in due.changed:
        key = grounds.edition_in(due.rests_on[id_], id_)
        href = f"{prefix(lang)}/law/changes/{key}" if key in _told() else linking.address("law", id_, lang)
        found.append({"badge": badge(id_, lang), "href": href})
    return found


@cache
def _told() -> frozenset[str]:
    """Editions that have a page of what they changed."""
    return frozenset(change["edition"].key for change in lists.changes("kk"))


def ways(card: Card, exam: Exam | None, today: date) -> dict[int, date]:
    """The day on which the card comes back after each rating today."""
    memory = memory_of(card)
    return {rating: due_on(card.id, after(memory, rating, today), exam, today) for rating in RATINGS}


def day_words(day: date, lang: str) -> str:
    """A day in words."""
    return telling.day_words(day.isoformat(), lang)
