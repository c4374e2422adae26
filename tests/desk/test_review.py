"""Review through the site: where cards come from, what is due and in what order, ratings, two tabs."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from desk.review import showing
from desk.review.models import DEADLINE, ITEM, TERM, Card, Review
from desk.review.schedule import AGAIN, EASY, GOOD, HARD, day_of
from desk.review.subjects import Subjects, deadlines
from library.service import STRANGER
from tests.browsing import Visitor
from tests.cases.solving import right, wrong
from tests.desk.reviewing import START, Clock, add, answer, cards, count, first_due, rate, rating_form, terms_of


def test_a_stranger_reads_how_it_works_and_nothing_is_stored(visitor: Visitor, session: Session) -> None:
    page = visitor.get("/review")
    assert page.status_code == 200 and "/review/add" in page.text
    assert visitor.get("/review/cards").status_code == 200
    assert visitor.get("/review?card=none").status_code == 200
    assert count(session, Card) == 0 and "tarmaq_learner" not in visitor.cookies()


def test_a_wrong_answer_makes_a_card_for_tomorrow(visitor: Visitor, session: Session, clock: Clock) -> None:
    answer(visitor, session, "eligibility-01", right)
    assert cards(session) == []
    answer(visitor, session, "eligibility-01", wrong)
    (card,) = cards(session)
    assert (card.kind, card.target) == (ITEM, "pretrial/eligibility-01") and card.rests_on
    assert day_of(card.due) == day_of(START) + timedelta(days=1) and count(session, Review) == 1
    assert f"/review/{card.id}/" not in visitor.get("/review").text
    clock(1)
    assert f"/review/{card.id}/answer" in visitor.get("/review").text


def test_an_item_is_answered_as_in_practice(visitor: Visitor, session: Session, clock: Clock) -> None:
    answer(visitor, session, "eligibility-01", wrong)
    clock(1)
    (card,) = cards(session)
    sent = answer(visitor, session, "eligibility-01", right, "/review")
    assert sent.status_code == 303 and f"card={card.id}" in sent.headers["Location"]
    page = visitor.get(sent.headers["Location"].partition("#")[0])
    form = page.form(f"/review/{card.id}/rate")
    assert re.findall(r'name="rating" value="(\d)"', page.text) == [str(GOOD), str(EASY)]
    assert visitor.send(form, rating=str(HARD)).status_code == 400
    assert visitor.send(form, rating=str(GOOD)).status_code == 303
    assert count(session, Review) == 2
    (card,) = cards(session)
    assert day_of(card.due) > day_of(START) + timedelta(days=1)
    clock(5)
    sent = answer(visitor, session, "eligibility-01", wrong, "/review")
    page = visitor.get(sent.headers["Location"].partition("#")[0])
    assert 'name="rating"' not in page.text and "verdict--wrong" in page.text or "verdict--part" in page.text
    assert count(session, Review) == 3
    assert day_of(cards(session)[0].due) == day_of(START) + timedelta(days=6)


def test_an_item_left_without_a_rating_stays_due(visitor: Visitor, session: Session, clock: Clock) -> None:
    answer(visitor, session, "eligibility-01", wrong)
    clock(1)
    answer(visitor, session, "eligibility-01", right, "/review")
    page = visitor.get("/review")
    assert "verdict__word" not in page.text
    assert page.form("/review/", task="eligibility-01")


def test_an_answer_that_cannot_be_read_comes_back_as_typed(visitor: Visitor, session: Session, clock: Clock) -> None:
    answer(visitor, session, "eligibility-01", wrong)
    clock(1)
    form = visitor.get("/review").form("/review/", task="eligibility-01")
    refused = visitor.send(form, **{name: [] for name in form.chosen})
    assert refused.status_code == 422 and count(session, Review) == 1


def test_a_term_is_added_shown_and_rated(visitor: Visitor, session: Session, clock: Clock) -> None:
    term = terms_of(session)[0]
    page = visitor.get(f"/glossary/{term}")
    assert visitor.send(page.form("/review/add", what=f"term:{term}")).status_code == 303
    (card,) = cards(session)
    assert (card.kind, card.target, card.seen_at) == (TERM, term, None)
    closed = visitor.get("/review")
    assert 'name="rating"' not in closed.text and 'name="show"' in closed.text
    shown = visitor.get(f"/review?card={card.id}&show=1").text
    assert re.findall(r'name="rating" value="(\d)"', shown) == ["1", "2", "3", "4"]
    assert rate(visitor, card, GOOD).status_code == 303
    (card,) = cards(session)
    assert day_of(card.due) == day_of(START) + timedelta(days=2) and card.stability
    assert "Келесі күн" in visitor.get("/review").text


def test_a_page_and_a_module_bring_their_terms_and_deadlines(visitor: Visitor, session: Session) -> None:
    assert add(visitor, "page:pretrial/neighbours").status_code == 303
    of_page = {(card.kind, card.target) for card in cards(session)}
    assert of_page
    add(visitor, "module:pretrial")
    whole = {(card.kind, card.target) for card in cards(session)}
    assert of_page <= whole and {TERM, DEADLINE} <= {kind for kind, _ in whole}
    add(visitor, "module:pretrial")
    assert len(cards(session)) == len(whole)
    for what in ("page:none", "module:none", "term:none", "law:cc", ""):
        assert add(visitor, what).status_code == 404


def test_a_deadline_says_its_answer_and_provision(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, "module:corrective-labour")
    card = next(card for card in cards(session) if card.kind == DEADLINE)
    rule = f"/law/rules/{card.target}"
    assert rule not in visitor.get(f"/review?card={card.id}").text
    shown = visitor.get(f"/review?card={card.id}&show=1").text
    assert rule in shown and 'class="badge"' in shown


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_deadline_can_be_told(app: Flask, session: Session, lang: str) -> None:
    subjects = Subjects(session, STRANGER)
    assert len(deadlines()) > 90
    for rule in deadlines():
        card = Card(id="x", learner_id="y", kind=DEADLINE, target=rule, due=START, rests_on={})
        with app.test_request_context():
            face = showing.face(card, subjects, lang)
        assert face["what"] and face["event"] and face["when"] and face["badge"]["number"], rule


def test_a_module_brings_items_last_answered_wrong(visitor: Visitor, session: Session) -> None:
    answer(visitor, session, "eligibility-01", wrong)
    (card,) = cards(session)
    session.execute(update(Card).values(put_away_at=START))
    session.commit()
    add(visitor, "module:pretrial")
    assert next(one for one in cards(session) if one.id == card.id).put_away_at is None


def test_new_cards_come_twenty_a_day(visitor: Visitor, session: Session, clock: Clock) -> None:
    for term in terms_of(session)[:23]:
        add(visitor, f"term:{term}")
    assert "карта: 20" in visitor.get("/review").text
    for card in cards(session)[:20]:
        rate(visitor, card, EASY)
    assert "карта: 0" in visitor.get("/review").text
    clock(1)
    assert "карта: 3" in visitor.get("/review").text


def test_what_is_due_longest_comes_first_and_new_cards_last(visitor: Visitor, session: Session, clock: Clock) -> None:
    one, two, three = terms_of(session)[:3]
    for term in (one, two):
        add(visitor, f"term:{term}")
    by_target = {card.target: card for card in cards(session)}
    rate(visitor, by_target[one], GOOD)
    rate(visitor, by_target[two], AGAIN)
    clock(3)
    add(visitor, f"term:{three}")
    by_target = {card.target: card for card in cards(session)}
    seen = []
    for _ in range(3):
        seen.append(first_due(visitor))
        rate(visitor, next(card for card in cards(session) if card.id == seen[-1]), EASY)
    assert seen == [by_target[name].id for name in (two, one, three)]


def test_a_doubled_submit_counts_once(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, f"term:{terms_of(session)[0]}")
    (card,) = cards(session)
    form = rating_form(visitor, card)
    first, second = visitor.send(form, rating="3"), visitor.send(form, rating="3")
    assert first.status_code == second.status_code == 303 and "said" not in second.headers["Location"]
    assert count(session, Review) == 1


def test_two_tabs_rate_a_card_once(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, f"term:{terms_of(session)[0]}")
    (card,) = cards(session)
    one, other = rating_form(visitor, card), rating_form(visitor, card)
    visitor.send(one, rating="4")
    due = cards(session)[0].due
    sent = visitor.send(other, rating="1")
    assert "said=elsewhere" in sent.headers["Location"] and count(session, Review) == 1
    assert cards(session)[0].due == due
    assert "екінші рет есептелмеді" in visitor.get(sent.headers["Location"]).text


@pytest.mark.parametrize("typed", [{"rating": "5"}, {"rating": "x"}, {"rating": ""}, {"token": ""}])
def test_a_rating_that_cannot_be_is_refused(visitor: Visitor, session: Session, typed: dict[str, str]) -> None:
    add(visitor, f"term:{terms_of(session)[0]}")
    (card,) = cards(session)
    assert visitor.send(rating_form(visitor, card), **({"rating": "3"} | typed)).status_code == 400
    assert count(session, Review) == 0


def test_a_card_of_somebody_else_is_not_there(app: Flask, session: Session) -> None:
    own, thief = Visitor(app), Visitor(app)
    add(own, f"term:{terms_of(session)[0]}")
    (card,) = cards(session)
    form = rating_form(own, card)
    add(thief, f"term:{terms_of(session)[1]}")
    token = thief.token("/review/add")
    assert thief.get(f"/review?card={card.id}").status_code == 404
    sent = thief.http.post(form.action, data={**form.fields, "csrf_token": token, "rating": "3"})
    assert sent.status_code == 404
    thief.http.post(f"/review/{card.id}/away", data={"csrf_token": token})
    assert next(one for one in cards(session) if one.id == card.id).put_away_at is None and count(session, Review) == 0
