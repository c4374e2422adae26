"""A learner without an account, kept at sign-up, joined at sign-in, released on a shared machine."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import func, select

from accounts import learners, service
from accounts.models import Account, Device, Learner
from attempts import service as attempts
from attempts.models import Attempt
from database import lock_for_writing
from library.models import Document, Revision


def count(at, model) -> int:
    at.rollback()
    return at.scalar(select(func.count()).select_from(model))


def work_of(at, learner: str) -> int:
    at.rollback()
    return at.scalar(select(func.count()).select_from(Attempt).where(Attempt.learner_id == learner))


@pytest.fixture
def work(at):
    """Stores an attempt with an answer and a mark for a learner."""
    document = Document(id="d" * 22, kind="case", name="pretrial-07")
    at.add(document)
    at.flush()
    revision = Revision(id="r" * 22, document_id=document.id, logic="l", words="w", body={})
    at.add(revision)
    at.commit()

    def store(learner: str, token: str = "t1") -> None:
        lock_for_writing(at)
        attempt = attempts.start(at, learner, attempts.Paper("case", document.id, revision.id, "", {"facts": {}}))
        attempts.store(at, attempt, "t1", token, attempts.Judged("иә", 1, 2, {"words": ["жартысы"]}))

    return store


def test_reading_alone_stores_nothing_and_sets_no_learner_cookie(somebody, at):
    for path in ("/account/sign-in", "/account/sign-up", "/account/mine", "/account/reset"):
        assert somebody.http.get(path).status_code == 200
    assert count(at, Learner) == count(at, Device) == 0
    assert "tarmaq_learner" not in somebody.cookies()


def test_the_first_stored_answer_makes_a_learner_with_a_long_hidden_cookie(somebody, at):
    response = somebody.post("/workbench/200")
    line = next(c for c in response.headers.getlist("Set-Cookie") if c.startswith("tarmaq_learner="))
    assert "HttpOnly" in line and "SameSite=Lax" in line and "Path=/" in line and "Secure" not in line
    assert "Max-Age=63072000" in line
    token = line.partition("=")[2].partition(";")[0]
    device = at.scalar(select(Device))
    assert device.token_hash == hashlib.sha256(token.encode()).hexdigest() and token not in device.token_hash
    assert len(token) >= 40


def test_the_next_answers_belong_to_the_same_learner(somebody, at):
    assert somebody.answer() == somebody.answer() == somebody.known()
    assert count(at, Learner) == 1


def test_a_refused_request_sets_no_cookie(somebody, at):
    response = somebody.post("/workbench/422")
    assert not any(c.startswith("tarmaq_learner=") for c in response.headers.getlist("Set-Cookie"))
    assert somebody.known() == "nobody" and count(at, Learner) == 0


def test_a_made_up_cookie_is_nobody(somebody):
    for value in ("x", "y" * 3000, "қазақша", "%00%ff"):
        somebody.http.set_cookie("tarmaq_learner", value)
        assert somebody.known() == "nobody"


def test_sign_up_keeps_the_learner_with_attempts(somebody, at, work):
    learner = somebody.answer()
    work(learner)
    assert somebody.sign_up().status_code == 303
    assert somebody.known() == learner and work_of(at, learner) == 1
    assert "tarmaq_learner" not in somebody.cookies()


def test_sign_up_leaves_answers_of_another_person_alone(somebody, at, work):
    learner = somebody.answer()
    work(learner)
    somebody.sign_up(mine="")
    assert somebody.known() != learner and work_of(at, learner) == 1
    somebody.post("/account/sign-out")
    assert somebody.known() == learner


def test_sign_in_joins_the_work_of_both(browser, at, work):
    first, second = browser(), browser()
    first.sign_up()
    own, other = first.answer(), second.answer()
    work(own)
    work(other, "t2")
    assert second.sign_in().status_code == 303
    assert second.known() == own and work_of(at, own) == 2 and work_of(at, other) == 0
    assert at.get(Learner, other).joined_into == own


def test_a_joined_device_is_a_stranger_after_signing_out(browser):
    first, second = browser(), browser()
    first.sign_up()
    joined = second.answer()
    second.sign_in()
    second.post("/account/sign-out")
    assert second.known() == "nobody" and second.answer() not in (joined, first.known())


def test_the_cookie_of_a_joined_learner_opens_nothing(browser):
    first, second, thief = browser(), browser(), browser()
    first.sign_up()
    second.answer()
    token = second.http.get_cookie("tarmaq_learner").value
    second.sign_in()
    thief.http.set_cookie("tarmaq_learner", token)
    assert thief.known() == "nobody" and thief.answer() != first.known()


def test_two_accounts_on_one_device_do_not_mix(somebody, at, work):
    somebody.sign_up("birinshi")
    first = somebody.answer()
    work(first)
    somebody.post("/account/sign-out")
    somebody.sign_up("ekinshi")
    assert somebody.answer() != first and work_of(at, first) == 1


def test_release_ends_the_device_and_forgets_nothing(somebody, at, work):
    learner = somebody.answer()
    work(learner)
    token = somebody.http.get_cookie("tarmaq_learner").value
    assert somebody.post("/account/release").status_code == 303
    assert "tarmaq_learner" not in somebody.cookies() and somebody.known() == "nobody"
    somebody.http.set_cookie("tarmaq_learner", token)
    assert somebody.known() == "nobody" and work_of(at, learner) == 1


def test_release_signs_out_who_is_signed_in(somebody):
    somebody.sign_up()
    somebody.post("/account/release")
    assert somebody.http.get("/account").status_code == 303


def test_the_file_holds_everything_and_no_secret(somebody, work):
    learner = somebody.answer()
    work(learner)
    somebody.sign_up(name="Әсел")
    response = somebody.http.get("/account/mine.json")
    assert "attachment" in response.headers["Content-Disposition"] and response.headers["Cache-Control"] == "no-store"
    kept = response.get_json()
    assert kept["account"]["name"] == "Әсел" and kept["learner"]["id"] == learner
    assert kept["attempts"][0]["answer"] == "иә" and kept["attempts"][0]["points"] == 1
    assert "argon2" not in response.get_data(as_text=True)


def test_a_learner_without_an_account_gets_the_file_too(somebody, work):
    learner = somebody.answer()
    work(learner)
    kept = somebody.http.get("/account/mine.json").get_json()
    assert kept["account"] is None and kept["learner"]["id"] == learner and len(kept["attempts"]) == 1


def test_nobody_gets_a_file_of_somebody(browser, work):
    work(browser().answer())
    assert browser().http.get("/account/mine.json").get_json()["attempts"] == []


def test_deleting_removes_the_name_and_every_way_back(somebody, at, work):
    learner = somebody.answer()
    work(learner)
    somebody.sign_up(name="Жанар")
    assert somebody.post("/account/delete", current="басқа-сөз-1234").status_code == 422
    assert somebody.post("/account/delete", current="тау-бұлақ-көл-7").status_code == 303
    assert count(at, Account) == 0 and count(at, Device) == 0
    assert at.get(Learner, learner).account_id is None and work_of(at, learner) == 1
    assert somebody.known() == "nobody" and somebody.sign_in().status_code == 422


def test_a_sign_in_in_another_tab_does_not_split_the_learner(browser, at):
    """The cookie was read before the other tab signed in: the answer is not stored on a learner who was joined away."""
    first, second = browser(), browser()
    first.sign_up()
    joined = second.answer()
    token = second.http.get_cookie("tarmaq_learner").value
    second.sign_in()
    lock_for_writing(at)
    assert learners.writing_learner(at, None, token).learner_id != joined
    at.rollback()


def test_two_first_answers_at_once_belong_to_one_learner(at):
    lock_for_writing(at)
    one = learners.writing_learner(at, None, "", "visit")
    at.commit()
    lock_for_writing(at)
    other = learners.writing_learner(at, None, "", "visit")
    at.commit()
    assert (one.learner_id, one.token) == (other.learner_id, other.token)


def test_a_released_visit_starts_a_new_learner(at):
    lock_for_writing(at)
    one = learners.writing_learner(at, None, "", "visit")
    at.commit()
    service.release_device(at, one.token)
    lock_for_writing(at)
    other = learners.writing_learner(at, None, "", "visit")
    at.commit()
    assert other.learner_id != one.learner_id
    assert other.token != one.token
