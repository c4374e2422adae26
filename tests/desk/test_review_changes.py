"""Review when the law changes, before an exam, when a card is put away and when two learners become one."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from database import lock_for_writing
from desk.review import service
from desk.review.models import DEADLINE, ITEM, TERM, Card, Goal, Review
from desk.review.schedule import EASY, GOOD, day_of
from desk.review.service import Wanted
from tests.browsing import Visitor
from tests.desk.reviewing import START, Clock, add, cards, count, first_due, rate, terms_of


def rests_on(session: Session, card: Card, grounds: dict[str, str]) -> None:
    """As if the card had last been seen with these wordings."""
    session.rollback()
    session.execute(update(Card).where(Card.id == card.id).values(rests_on=grounds))
    session.commit()


def test_changed_law_brings_a_card_back_at_once(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, "module:corrective-labour")
    card = next(card for card in cards(session) if card.kind == DEADLINE)
    rate(visitor, card, EASY)
    assert card.id not in visitor.get("/review").text
    place = next(iter(card.rests_on))
    rests_on(session, card, {place: "older:0123456789ab"})
    page = visitor.get("/review").text
    assert first_due(visitor) == card.id and "Заң өзгерді" in page
    assert f'href="/law/{place}"' in page
    rate(visitor, card, GOOD)
    assert card.id not in visitor.get("/review").text


def test_a_card_that_changed_leads_to_the_change(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, "module:reform-2025")
    pages = []
    for card in (card for card in cards(session) if card.kind == DEADLINE):
        rate(visitor, card, EASY)
        rests_on(session, card, dict.fromkeys(card.rests_on, "older:0123456789ab"))
        pages.append(visitor.get(f"/review?card={card.id}").text)
    linked = {found for page in pages for found in re.findall(r'href="(/law/changes/[^"]+)"', page)}
    assert linked and all(visitor.get(path).status_code == 200 for path in linked)


def set_exam(visitor: Visitor, typed: str) -> Any:
    """The day of the exam put in."""
    return visitor.send(visitor.get("/review").form("/review/exam"), exam=typed)


def test_the_day_of_the_exam_brings_cards_into_its_last_days(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, f"term:{terms_of(session)[0]}")
    (card,) = cards(session)
    rate(visitor, card, EASY)
    clock(8)
    assert set_exam(visitor, "20.12.2026").status_code == 303
    (card,) = cards(session)
    rate(visitor, card, EASY)
    (card,) = cards(session)
    assert day_of(card.due).isoformat() > "2026-12-20"
    page = visitor.get("/review").text
    assert "Емтиханға дейін қалған күн: 22" in page and "қарқын" in page
    shown = visitor.get("/review/cards").text
    assert re.search(r"2026 ж\. 1[3-9] желтоқсан", shown)
    clock(29)
    assert first_due(visitor) == card.id
    assert set_exam(visitor, "").status_code == 303
    assert first_due(visitor) == ""


@pytest.mark.parametrize("typed", ["20.11.2026", "01.01.2020", "01.01.2099", "ертең", "31.02.2027"])
def test_a_day_that_cannot_be_an_exam_is_said_at_its_field(
    visitor: Visitor, session: Session, clock: Clock, typed: str
) -> None:
    refused = set_exam(visitor, typed)
    assert refused.status_code == 422 and typed in refused.text and "aria-invalid" in refused.text
    assert count(session, Goal) == 0


def test_a_card_put_away_comes_no_more_until_it_is_added(visitor: Visitor, session: Session, clock: Clock) -> None:
    term = terms_of(session)[0]
    add(visitor, f"term:{term}")
    (card,) = cards(session)
    assert visitor.send(visitor.get("/review").form(f"/review/{card.id}/away")).status_code == 303
    assert first_due(visitor) == ""
    add(visitor, f"term:{term}")
    assert first_due(visitor) == card.id and len(cards(session)) == 1


def test_a_card_whose_subject_is_gone_asks_nothing(visitor: Visitor, session: Session, clock: Clock) -> None:
    add(visitor, f"term:{terms_of(session)[0]}")
    (card,) = cards(session)
    session.execute(update(Card).values(target="no-such-term"))
    session.commit()
    assert first_due(visitor) == "" and visitor.get("/review/cards").status_code == 200
    assert visitor.get(f"/review?card={card.id}").status_code == 404


def learner(session: Session, *targets: str) -> str:
    """A learner with cards of these terms."""
    from accounts.learners import make_learner

    lock_for_writing(session)
    own = make_learner(session).learner_id
    service.add(session, own, [Wanted(TERM, target, {}) for target in targets])
    return own


def test_two_learners_become_one_with_their_cards_and_reviews(any_session: Session) -> None:
    session = any_session
    first, second = learner(session, "a", "b"), learner(session, "b", "c")
    for own, token in ((first, "one"), (second, "two")):
        card = next(card for card in service.cards_of(session, own) if card.target == "b")
        assert service.rate(session, own, service.Rated(card.id, GOOD, token, ""), {}) == "stored"
    for own, day in ((first, START.date()), (second, (START + timedelta(days=9)).date())):
        lock_for_writing(session)
        service.set_exam(session, own, day)
    lock_for_writing(session)
    service.move(session, first, second)
    session.commit()
    session.expire_all()
    assert sorted(card.target for card in service.cards_of(session, second)) == ["a", "b", "c"]
    assert service.cards_of(session, first) == [] and service.exam_of(session, first) is None
    exam = service.exam_of(session, second)
    assert exam is not None and exam.day == (START + timedelta(days=9)).date()
    kept = service.give_out(session, second)
    assert [len(card["reviews"]) for card in kept if card.get("target") == "b"] == [2]
    assert kept[-1] == {"exam": exam.day.isoformat()}


def test_a_sign_in_keeps_the_cards_of_the_device(visitor: Visitor, session: Session) -> None:
    term = terms_of(session)[0]
    add(visitor, f"term:{term}")
    form = next(form for form in visitor.get("/account/sign-up").forms if "password" in form.texts)
    sent = visitor.send(form, login="aigul", name="Айгүл", password="тау-бұлақ-көл-7", again="тау-бұлақ-көл-7")
    assert sent.status_code == 303
    assert first_due(visitor) == cards(session)[0].id
    kept = visitor.get("/account/mine.json").response.get_json()
    assert any(row.get("target") == term for part in kept.values() if isinstance(part, list) for row in part)


def test_services_on_either_database(any_session: Session) -> None:
    session = any_session
    own = learner(session, "a")
    (card,) = service.cards_of(session, own)
    wanted = Wanted(ITEM, "pretrial/eligibility-01", {"cc/44/1": "x:y"})
    for _ in range(2):
        lock_for_writing(session)
        service.went_wrong(session, own, wanted, "answer-1")
    lock_for_writing(session)
    assert service.add(session, own, [wanted, Wanted(TERM, "a", {})]) == 0
    assert count(session, Review) == 1 and len(service.cards_of(session, own)) == 2
    rated = service.Rated(card.id, EASY, "t", "")
    assert [service.rate(session, own, rated, {}) for _ in range(2)] == ["stored", "repeated"]
    assert service.rate(session, own, service.Rated(card.id, EASY, "u", ""), {}) == "elsewhere"
    assert service.rate(session, None, rated, {}) == "gone"
    today = day_of(service.now())
    assert service.first_reviews(session, own, today) == 1 and service.own_pace(session, own, today) == 2 / 7
