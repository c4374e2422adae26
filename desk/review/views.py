"""Pages of review: the card that is due, its rating, the day of the exam, one's own cards and where they come from."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from accounts.views import ensure_learner, known_learner
from attempts import service as attempts
from attempts.service import Receipt
from attempts.views import Refused, of_form, own_attempt, page_token, reader
from checks.days import day_in
from database import lock_for_writing, now
from desk.review import lining, service, showing
from desk.review.lining import Due, Line
from desk.review.models import ITEM, Card
from desk.review.schedule import AGAIN, EASY, GOOD, HARD, LONGEST_GOAL, Exam, Pace, day_of
from desk.review.service import Rated
from desk.review.subjects import Subjects
from quizzes.content import Item
from quizzes.history import History, history_of
from quizzes.views import item_of, item_task, overview, practised
from web.db import session
from web.locale import language

blueprint = Blueprint("review", __name__, url_prefix="/review")


class Desk:
    """What a request on review needs: cards, what they are about, the exam and today, each read once."""

    def __init__(self) -> None:
        self.learner, self.today = known_learner(), day_of(now())
        self.subjects = Subjects(session(), reader())
        self.cards = service.cards_of(session(), self.learner)
        self.exam = service.exam_of(session(), self.learner)

    @cached_property
    def line(self) -> Line:
        """The cards due today."""
        left = lining.new_a_day(self.cards, self.exam, self.today)
        if self.learner:
            left -= service.first_reviews(session(), self.learner, self.today)
        return lining.line_up(self.cards, self.subjects, self.exam, self.today, max(0, left))

    def card(self, card_id: str) -> Card:
        """One's own card that still asks something, else 404."""
        found = next((card for card in self.cards if card.id == card_id), None)
        return found if found and self.subjects.has(found.kind, found.target) else abort(404)

    def pace(self) -> Pace | None:
        """What is left until the exam, and whether the own pace suffices."""
        own = service.own_pace(session(), self.learner, self.today) if self.learner else 0.0
        return lining.pace(self.cards, self.subjects, self.exam, self.today, own)

    def day(self, day: date) -> str:
        """A day as the person reads it."""
        return _("ертең") if day == self.today + timedelta(days=1) else showing.day_words(day, language())


@blueprint.get("")
def index() -> Response:
    """What is due today, one card at a time; the day of the exam, and what is weakest."""
    desk = Desk()
    if (wanted := request.args.get("card", "")) and desk.learner:
        return _page(desk, desk.card(wanted[:22]))
    line = desk.line
    return _page(desk, line.due[0].card if line.due else None)


def _page(
    desk: Desk, card: Card | None, refused: Refused | None = None, typed: str = "", trouble: str = ""
) -> Response:  # fmt: skip
    line, known = desk.line, history_of(session(), desk.learner)
    due = line.find(card.id) if card else None
    page = render_template(
        "desk/review.html", nav="review", line=line, number=len(line.due), card=card, said=_said(),
        next_day=desk.day(line.next_day) if line.next_day else "", exam=desk.exam, pace=desk.pace(), trouble=trouble,
        typed=typed or (desk.exam.day.strftime("%d.%m.%Y") if desk.exam else ""),
        some=bool(desk.cards), aims=_aims(desk, known), **_shown(desk, card, due, refused),
    )  # fmt: skip
    return make_response(page, 422 if refused or trouble else 200)


def _said() -> dict[str, Any]:
    """What was done before this page, by its key, and how many cards came."""
    return {"key": request.args.get("said", "")[:20], "number": request.args.get("number", 0, int)}


def _shown(desk: Desk, card: Card | None, due: Due | None, refused: Refused | None) -> dict[str, Any]:
    """The card with its question, and its answer where it was asked for."""
    if card is None:
        return {}
    changed = showing.what_changed(due, language()) if due else []
    form = {"token": f"{page_token()}-r", "seen": service.seen_words(card)}
    if card.kind == ITEM:
        return {"changed": changed, "form": form, **_item(desk, card, due, refused)}
    return {
        "changed": changed, "form": form, "face": showing.face(card, desk.subjects, language()),
        "open": "show" in request.args, "ways": _ways(desk, card, (AGAIN, HARD, GOOD, EASY)),
    }  # fmt: skip


def _item(desk: Desk, card: Card, due: Due | None, refused: Refused | None) -> dict[str, Any]:
    """An item: asked afresh, or with the verdict of the answer just given and, where it was right, two ratings."""
    held, found = _place(desk, card)
    last = _last_receipt(held.document_id, found) if "answered" in request.args else None
    told = last is not None and last.stored_at > (card.seen_at or card.made_at)
    wrong = last is not None and last.points < last.of
    action = url_for("review.answer", id_=card.id)
    task = item_task(held, found, refused, action, "", fresh=not (told or wrong))
    task |= {"live": False, "closed": told or wrong, "number": None}
    ways = _ways(desk, card, (GOOD, EASY)) if told and not wrong else []
    return {"task": task, "ways": ways, "wrong": wrong, "about": found.objective}


def _place(desk: Desk, card: Card) -> tuple[Any, Item]:
    return desk.subjects.quizzes[card.target.partition("/")[0]], desk.subjects.items[card.target]


def _last_receipt(document_id: str, item: Item) -> Receipt | None:
    attempt = own_attempt(document_id)
    receipts = attempts.history(session(), attempt.id).get(item.id, []) if attempt else []
    return receipts[-1] if receipts else None


def _ways(desk: Desk, card: Card, ratings: tuple[int, ...]) -> list[dict[str, Any]]:
    words = {AGAIN: _("Еске түспеді"), HARD: _("Қиын"), GOOD: _("Еске түсті"), EASY: _("Оңай")}
    days = showing.ways(card, desk.exam, desk.today)
    return [{"rating": rating, "word": words[rating], "day": desk.day(days[rating])} for rating in ratings]


def _aims(desk: Desk, known: History) -> dict[str, Any]:
    """How many objectives are mastered, and the three weakest of those begun."""
    shown = [overview(held, desk.subjects.modules, known) for held in desk.subjects.quizzes.values()]
    begun = [(row["share"], quiz["name"], row) for quiz in shown for row in quiz["rows"] if row["state"] == "begun"]
    weakest = sorted(begun, key=lambda one: one[0])[:3]
    return {
        "mastered": sum(quiz["mastered"] for quiz in shown), "of": sum(len(quiz["rows"]) for quiz in shown),
        "weakest": [{"quiz": name, **row} for _share, name, row in weakest],
    }  # fmt: skip


@blueprint.post("/<id_>/answer")
def answer(id_: str) -> Response:
    """An item answered as in practice: a wrong answer is rated by itself, a right one by the person."""
    desk = Desk()
    card = desk.card(id_)
    if card.kind != ITEM:
        abort(404)
    held, found = _place(desk, card)
    held = of_form(held)
    result = practised(held, item_of(held.content, found.id))
    if isinstance(result, Refused):
        return _page(desk, card, refused=result)
    return _to("review.index", card=id_, answered=1, _anchor="card")


@blueprint.post("/<id_>/rate")
def rate(id_: str) -> Response:
    """Keep how it went and go on to the next card."""
    desk = Desk()
    card = desk.card(id_)
    rating, token = request.form.get("rating", ""), request.form.get("token", "")[: service.LONGEST_TOKEN]
    allowed = (GOOD, EASY) if card.kind == ITEM else (AGAIN, HARD, GOOD, EASY)
    if not token or rating not in map(str, allowed):
        abort(400)
    rests_on = desk.subjects.rests_on(card.kind, card.target, desk.today)
    rated = Rated(card.id, int(rating), token, request.form.get("seen", "")[:40])
    outcome = service.rate(session(), desk.learner, rated, rests_on)
    return _to("review.index", said="elsewhere" if outcome == "elsewhere" else None)


@blueprint.post("/<id_>/away")
def away(id_: str) -> Response:
    """The card comes no more until it is added again."""
    service.put_away(session(), known_learner(), id_[:22])
    return _to("review.cards" if request.form.get("from") == "cards" else "review.index", said="away")


@blueprint.post("/exam")
def exam() -> Response:
    """The day of the exam, or none; a day that cannot be is said at its field."""
    typed = request.form.get("exam", "")[:60].strip()
    day, today = day_in(typed) if typed else None, day_of(now())
    if typed and (day is None or not today < day <= today + timedelta(days=LONGEST_GOAL)):
        said = _("Күнді былай жазыңыз: 14.10.2027. Ол бүгіннен кейінгі күн болсын, екі жылдан аспасын.")
        desk = Desk()
        line = desk.line
        return _page(desk, line.due[0].card if line.due else None, typed=typed, trouble=said)
    current = session()
    lock_for_writing(current)
    service.set_exam(current, ensure_learner(current), day)
    return _to("review.index", _anchor="exam")


def _to(endpoint: str, **given: Any) -> Response:
    return redirect(url_for(endpoint, **given), 303)  # type: ignore[return-value]


def after_practice(quiz: str, item: Item, receipt: Receipt) -> None:
    """An item of practice was answered: where the answer was not wholly right, its card comes back tomorrow."""
    if receipt.points == receipt.of:
        return
    current = session()
    wanted = Subjects(current, reader()).wanted([(ITEM, f"{quiz}/{item.id}")], day_of(now()))
    if wanted:
        lock_for_writing(current)
        service.went_wrong(current, ensure_learner(current), wanted[0], f"answer-{receipt.answer_id}")


# these pages add themselves to the blueprint
import desk.review.own.views  # noqa: E402, F401

__all__ = ["Desk", "Exam", "after_practice", "blueprint"]
