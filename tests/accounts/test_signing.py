"""Signing up, in and out; forgotten passwords; what cannot be tricked."""

from __future__ import annotations

import pytest
import time_machine
from markupsafe import escape
from sqlalchemy import select

from accounts import service
from accounts.checking import AccountFault, checked_name, folded
from accounts.models import Account, ResetCode
from accounts.views import local_path
from tests.accounts.conftest import PASSWORD

WRONG = "Логин немесе құпиясөз қате."
CODE_WRONG = "Логин немесе код қате"


def said(response, words: str) -> bool:
    return words in response.get_data(as_text=True)


def account(at, login: str) -> Account:
    at.rollback()
    return at.scalar(select(Account).where(Account.login == folded(login)).execution_options(populate_existing=True))


@pytest.mark.parametrize("name", ["Қазақ Әлібек Ұлы", "中文", "العربية", "नमस्ते", "O’Neill-Šarić", "Þór 3-топ"])
def test_a_name_stands_in_any_alphabet(somebody, at, name):
    assert somebody.sign_up(name=name).status_code == 303
    assert account(at, "Айгүл").name == name
    assert str(escape(name)) in somebody.page("/account")


@pytest.mark.parametrize("name", ["", "   ", "123", "—", "\u202e", "а" * 101])
def test_what_is_no_name_is_refused_at_its_field(somebody, name):
    response = somebody.sign_up(name=name)
    assert response.status_code == 422 and said(response, 'id="field-name-trouble"')
    assert said(response, 'aria-invalid="true"') and said(response, 'value="Айгүл"')


def test_turning_and_unseen_signs_leave_a_name():
    assert checked_name("Ай\u202eгүл\u200b\x00\ufffd  Б.") == "Айгүл Б."
    assert checked_name("می\u200cخواهم") == "می\u200cخواهم"
    assert checked_name("а" + "\u0301" * 40) == "а" + "\u0301" * 3


def test_a_name_is_shown_as_text(somebody):
    somebody.sign_up(name="<b>Айгүл</b>")
    assert "<b>Айгүл</b>" not in somebody.page("/account")


@pytest.mark.parametrize("typed", ["ӘҢҒҮҰҚӨҺІ", "әңғүұқөһі", " Әңғүұқөһі ", "Ә\u200bңғүұқөһі"])
def test_a_login_is_the_same_in_capitals_and_small_letters(browser, typed):
    browser().sign_up("Әңғүұқөһі")
    assert browser().sign_in(typed).status_code == 303


def test_letters_that_only_look_alike_are_another_login(browser):
    assert browser().sign_up("сара").status_code == 303  # Cyrillic
    assert browser().sign_up("capa").status_code == 303  # Latin
    assert browser().sign_in("cара").status_code == 422  # mixed


def test_a_taken_login_is_said_and_the_rest_stays_typed(browser):
    browser().sign_up("Данияр")
    response = browser().sign_up("ДАНИЯР", name="Басқа Данияр")
    assert response.status_code == 422 and said(response, "Бұл логин бос емес")
    assert said(response, 'value="Басқа Данияр"') and not said(response, PASSWORD)


@pytest.mark.parametrize("login", ["ab", "екі сөз", "а" * 61, "a\nb c", "\u200b\u200b\u200b", "a\u0000"])
def test_what_is_no_login_is_refused(somebody, login):
    response = somebody.sign_up(login)
    assert response.status_code == 422 and said(response, 'id="field-login-trouble"')


@pytest.mark.parametrize("password", ["қысқа-7", "а" * 12, "Айгүл-айгүл"[:5] * 3, "x" * 201])
def test_a_password_that_is_short_long_or_simple_is_refused(somebody, password):
    assert somebody.sign_up("айгүлайгүлайгүл", password=password).status_code == 422


def test_the_new_password_is_typed_twice(somebody):
    response = somebody.sign_up(again=PASSWORD + "?")
    assert response.status_code == 422 and said(response, 'id="field-again-trouble"')


def test_a_password_fits_in_whichever_form_the_keyboard_sends_it(browser):
    browser().sign_up("елдос", password="каϊк-й-\u0439\u0451-2026")
    assert browser().sign_in("елдос", "каϊк-и\u0306-\u0439\u0435\u0308-2026").status_code == 303


def test_unknown_login_and_wrong_password_get_the_same_answer(browser):
    browser().sign_up("ерлан")
    strip = ("ерлан", "жоқ-адам")
    pages = []
    for login in strip:
        response = browser().sign_in(login, "мүлде-басқа-сөз")
        assert response.status_code == 422 and said(response, WRONG)
        text = response.get_data(as_text=True).replace(login, "…")
        pages.append("\n".join(line for line in text.splitlines() if "csrf_token" not in line))
    assert pages[0] == pages[1]


def test_an_unknown_login_costs_a_hash_too(app, at, monkeypatch):
    from accounts import checking

    asked = []
    monkeypatch.setattr(checking, "_hasher", type("Counted", (), {
        "hash": lambda self, word: "stored", "verify": lambda self, stored, word: asked.append(stored),
    })())  # fmt: skip
    assert service.by_password(at, "nobody-here", "something long") is None
    assert len(asked) == 1


def test_a_new_password_ends_other_sign_ins_and_keeps_this_one(browser):
    here, there = browser(), browser()
    here.sign_up()
    there.sign_in()
    assert there.http.get("/account").status_code == 200
    new = "жаңа-сөз-2026!"
    assert here.post("/account/password", current="бұрыс-сөз-11", password=new, again=new).status_code == 422
    assert there.http.get("/account").status_code == 200
    assert here.post("/account/password", current=PASSWORD, password=new, again=new).status_code == 303
    assert here.http.get("/account").status_code == 200 and there.http.get("/account").status_code == 303
    assert browser().sign_in().status_code == 422 and browser().sign_in(password=new).status_code == 303


def test_a_copied_session_dies_with_the_password(browser):
    here, thief = browser(), browser()
    here.sign_up()
    thief.http.set_cookie("tarmaq_session", here.http.get_cookie("tarmaq_session").value)
    assert thief.http.get("/account").status_code == 200
    new = "жаңа-сөз-2026!"
    here.post("/account/password", current=PASSWORD, password=new, again=new)
    assert thief.http.get("/account").status_code == 303


def test_the_session_is_new_after_signing_in(browser):
    browser().sign_up()
    somebody = browser()
    before = somebody.token()
    somebody.sign_in()
    assert somebody.http.post("/account/sign-out", data={"csrf_token": before}).status_code == 400


def test_a_session_lasts_only_where_it_was_asked_for(browser):
    browser().sign_up()
    for stay, lasts in (("", False), ("y", True)):
        response = browser().sign_in(stay=stay)
        line = [c for c in response.headers.getlist("Set-Cookie") if c.startswith("tarmaq_session=")][-1]
        assert ("Expires=" in line) is lasts and "HttpOnly" in line and "SameSite=Lax" in line


@pytest.mark.parametrize("there", [
    "https://elsewhere.kz/", "//elsewhere.kz", "/\\elsewhere.kz", "\\\\elsewhere.kz", "javascript:alert(1)",
    "/\t/elsewhere.kz", "http:elsewhere.kz", "///elsewhere.kz", "/%0a/\n", "elsewhere.kz", "/" + "x" * 600,
    "/\u2028x", "//[",
])  # fmt: skip
def test_no_way_out_of_the_site_by_next(somebody, there):
    assert local_path(there) == ""
    assert somebody.sign_up(next=there).headers["Location"] == "/"


def test_next_leads_back_inside_and_keeps_the_language(browser):
    somebody = browser()
    assert somebody.sign_up(next="/cases/pretrial-07?shape=base").headers["Location"] == "/cases/pretrial-07?shape=base"
    stranger = browser()
    there = stranger.http.get("/ru/account").headers["Location"]
    assert there == "/ru/account/sign-in?next=/ru/account"
    assert stranger.sign_in(next="/ru/course").headers["Location"] == "/ru/course"


def test_a_page_of_ours_that_led_to_signing_in_is_the_way_back(browser):
    page = browser().http.get("/account/sign-in", headers={"Referer": "http://localhost/cases/pretrial-07"})
    assert said(page, 'name="next" value="/cases/pretrial-07"')
    page = browser().http.get("/account/sign-in", headers={"Referer": "http://elsewhere.kz/cases"})
    assert said(page, 'name="next" value="/"')


POSTS = [
    "sign-up", "sign-in", "sign-out", "reset", "name", "password", "delete", "release", "people/x/code",
    "people/x/role",
]  # fmt: skip


@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_its_token_is_refused(app, administrator, path):
    assert administrator.http.post(f"/account/{path}", data={"login": "x"}).status_code == 400


@pytest.mark.parametrize("path", ["sign-out", "release", "name", "password", "people/x/code", "people/x/role"])
def test_what_changes_something_is_not_done_by_a_link(administrator, path):
    assert administrator.http.get(f"/account/{path}").status_code in (404, 405)


def test_a_code_works_once(browser, at):
    browser().sign_up("жұлдыз")
    code, new = service.reset_code(at, "ЖҰЛДЫЗ"), "екінші-сөз-2026"
    fields = {"login": "Жұлдыз", "code": code, "password": new, "again": new}
    assert said(browser().post("/account/reset", **fields | {"login": "басқа"}), CODE_WRONG)
    assert said(browser().post("/account/reset", **fields | {"password": "қысқа", "again": "қысқа"}), "10–200")
    assert browser().post("/account/reset", **fields).status_code == 303
    again = browser().post("/account/reset", **fields)
    assert again.status_code == 422 and said(again, CODE_WRONG) and not said(again, new)
    assert browser().sign_in("жұлдыз", new).status_code == 303


def test_a_code_ends_after_a_day(browser, at):
    browser().sign_up("жұлдыз")
    code, new = service.reset_code(at, "жұлдыз"), "екінші-сөз-2026"
    with time_machine.travel(service.now() + service.CODE_LASTS, tick=False), pytest.raises(AccountFault):
        service.use_code(at, "жұлдыз", code, new)
    service.use_code(at, "жұлдыз", code, new)


def test_a_newer_code_ends_the_older(browser, at):
    browser().sign_up("жұлдыз")
    old, newer = service.reset_code(at, "жұлдыз"), service.reset_code(at, "жұлдыз")
    with pytest.raises(AccountFault):
        service.use_code(at, "жұлдыз", old, "екінші-сөз-2026")
    service.use_code(at, "жұлдыз", newer, "екінші-сөз-2026")


def test_a_code_may_be_typed_carelessly(browser, at):
    browser().sign_up("жұлдыз")
    code = service.reset_code(at, "жұлдыз")
    typed = f" {code.replace('-', ' ').upper()} ".translate(str.maketrans("ACE", "АСЕ"))
    service.use_code(at, "жұлдыз", typed, "екінші-сөз-2026")


def test_a_code_ends_the_sign_ins_of_before(browser, at):
    somebody = browser()
    somebody.sign_up("жұлдыз")
    service.use_code(at, "жұлдыз", service.reset_code(at, "жұлдыз"), "екінші-сөз-2026")
    assert somebody.http.get("/account").status_code == 303


def test_a_password_changed_by_its_owner_ends_codes(browser, at):
    somebody, new = browser(), "жаңа-сөз-2026!"
    somebody.sign_up("жұлдыз")
    code = service.reset_code(at, "жұлдыз")
    somebody.post("/account/password", current=PASSWORD, password=new, again=new)
    with pytest.raises(AccountFault):
        service.use_code(at, "жұлдыз", code, "екінші-сөз-2026")


def test_codes_and_passwords_are_not_stored(browser, at):
    browser().sign_up("жұлдыз")
    code = service.reset_code(at, "жұлдыз")
    kept = at.scalar(select(ResetCode)).code_hash + account(at, "жұлдыз").password
    assert code not in kept and code.replace("-", "") not in kept and PASSWORD not in kept


def test_a_name_of_a_megabyte_is_answered_at_once(somebody):
    response = somebody.sign_up(name="ә" * 190_000)
    assert response.status_code == 422 and len(response.get_data()) < 60_000
    assert somebody.sign_up(password="ә" * 90_000).status_code == 422
    assert somebody.sign_in("ә" * 190_000).status_code == 422
    assert somebody.sign_up(name="ә" * 300_000).status_code == 413


def test_broken_bytes_are_not_an_error(somebody):
    token = somebody.token()
    typed = b"&login=%ff%fe%00a&name=%c3%28%80&password=%ff%ff%ff%ffabcdefgh&again=x&code=%ff"
    body = b"csrf_token=" + token.encode() + typed
    for path in ("sign-up", "sign-in", "reset"):
        response = somebody.http.post(f"/account/{path}", data=body, content_type="application/x-www-form-urlencoded")
        assert response.status_code == 422
    assert somebody.http.get("/account/sign-in?next=%ff%fe").status_code == 200


def test_pages_of_accounts_are_not_kept_by_browsers(somebody):
    somebody.sign_up()
    for path in ("/account", "/account/mine", "/account/delete", "/account/sign-in"):
        assert somebody.http.get(path).headers["Cache-Control"] == "no-store"


def test_a_changed_name_is_shown_and_an_empty_one_refused(somebody):
    somebody.sign_up()
    assert somebody.post("/account/name", name="Ақ Ерке").status_code == 303
    assert "Ақ Ерке" in somebody.page("/account")
    response = somebody.post("/account/name", name="...")
    assert response.status_code == 422 and said(response, 'value="..."') and said(response, "Ақ Ерке")


def test_own_pages_ask_a_stranger_to_sign_in(somebody):
    for path in ("/account", "/account/delete"):
        response = somebody.http.get(path)
        assert response.status_code == 303 and response.headers["Location"].startswith("/account/sign-in?next=")
    assert somebody.post("/account/name", name="Кім").status_code == 303
