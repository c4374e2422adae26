"""Roles, pages of administrators, commands, and demonstration people that stay on this machine."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from accounts import service
from accounts.models import ROLES, Account
from app import create_app
from database import now
from tests.accounts.conftest import PASSWORD, Person, settings
from web.security import limiter


def said(response, words: str) -> bool:
    return words in response.get_data(as_text=True)


def account(at, login: str) -> Account:
    at.rollback()
    return at.scalar(select(Account).where(Account.login == login).execution_options(populate_existing=True))


@pytest.mark.parametrize("role", ["", *(role for role in ROLES if role != "administrator")])
def test_pages_of_administrators_do_not_exist_for_others(browser, at, role):
    target = service.make(at, "nysana", "Нысана", PASSWORD)
    somebody = browser()
    if role:
        service.make(at, "birey", "Біреу", PASSWORD, role)
        somebody.sign_in("birey")
    for path in ("people", "people?q=a", f"people/{target.id}", "people/joq"):
        assert somebody.http.get(f"/account/{path}").status_code == 404
    assert somebody.post(f"/account/people/{target.id}/code").status_code == 404
    assert somebody.post(f"/account/people/{target.id}/role", role="administrator").status_code == 404
    assert account(at, "nysana").role == "learner"


def test_an_administrator_finds_people_by_name_and_login_in_any_case(administrator, at):
    service.make(at, "Қарлығаш", "Әсем Өтегенқызы", PASSWORD)
    service.make(at, "other_one", "Басқа Адам", PASSWORD)
    for sought in ("қарлы", "ҚАРЛЫ", "әсем", "ӘСЕМ", "Өтеген", "өтеген"):
        page = administrator.page(f"/account/people?q={sought}")
        assert "Әсем Өтегенқызы" in page and "Басқа Адам" not in page, sought
    assert "Басқа Адам" in administrator.page("/account/people?q=r_o")
    assert "Басқа Адам" not in administrator.page("/account/people?q=%25")
    assert "табылмады" in administrator.page("/account/people?q=жоқадам")
    assert "Әсем Өтегенқызы" in administrator.page("/account/people?q=әсем%00")
    assert administrator.http.get("/account/people?q=%ff").status_code == 200


def test_a_long_list_has_pages(administrator, at):
    at.add_all(Account(login=f"l{n:03}", login_shown=f"l{n:03}", name=f"Адам {n:03}", password="-") for n in range(120))
    at.commit()
    seen: list[str] = []
    for page in ("1", "2", "3"):
        seen += re.findall(r"Адам \d{3}", administrator.page(f"/account/people?page={page}"))
    assert len(seen) == len(set(seen)) == 120
    for page in ("0", "-1", "жоқ", "9" * 30, "99"):
        assert administrator.http.get(f"/account/people?page={page}").status_code == 200


def test_a_code_is_shown_once_and_works(administrator, browser, at):
    target = service.make(at, "umytshaq", "Ұмытшақ", PASSWORD)
    response = administrator.post(f"/account/people/{target.id}/code")
    assert response.status_code == 303
    code = re.search(r"<code>([0-9a-f-]{19})</code>", administrator.page(response.headers["Location"])).group(1)
    assert code not in administrator.page(response.headers["Location"])
    new = "екінші-сөз-2026"
    assert browser().post("/account/reset", login="umytshaq", code=code, password=new, again=new).status_code == 303


def test_a_code_is_not_shown_on_the_page_of_another(administrator, at):
    one, other = (service.make(at, login, "Адам", PASSWORD) for login in ("bir", "eki"))
    administrator.post(f"/account/people/{one.id}/code")
    assert "<code>" not in administrator.page(f"/account/people/{other.id}")


def test_a_role_is_changed_at_once_and_only_to_a_known_one(administrator, browser, at):
    target, somebody = service.make(at, "ustaz", "Ұстаз", PASSWORD), browser()
    somebody.sign_in("ustaz")
    where = f"/account/people/{target.id}/role"
    assert administrator.post(where, role="king").status_code == 422
    assert administrator.post(where, role="administrator").status_code == 303
    assert somebody.http.get("/account/people").status_code == 200
    assert administrator.post(where, role="learner").status_code == 303
    assert somebody.http.get("/account/people").status_code == 404


def test_nobody_changes_their_own_role(administrator, at):
    own = account(at, "bas")
    response = administrator.post(f"/account/people/{own.id}/role", role="learner")
    assert response.status_code == 422 and said(response, "Өз рөліңізді") and account(at, "bas").role == "administrator"


def test_absent_people_are_not_found(administrator):
    for path in ("joq", "x" * 500, "%00", "%ff"):
        assert administrator.http.get(f"/account/people/{path}").status_code == 404
        assert administrator.post(f"/account/people/{path}/code").status_code == 404


def run(app, *words: str, text: str = ""):
    return app.test_cli_runner().invoke(args=["accounts", *words], input=text)


def test_the_command_makes_an_account_that_can_sign_in(app, browser, at):
    made = run(app, "create", "Бас-әкімші", "--name", "Бас", "--role", "administrator")
    assert made.exit_code == 0
    password = made.output.strip().rpartition(" ")[2]
    assert browser().sign_in("бас-әкімші", password).status_code == 303
    again = run(app, "create", "БАС-ӘКІМШІ", "--name", "Бас")
    assert again.exit_code == 1 and "taken" in again.output
    assert run(app, "create", "a", "--name", "Бас").exit_code == 1
    assert run(app, "create", "ushinshi", "--name", "Бас", "--role", "king").exit_code == 2


def test_the_command_takes_a_password_without_printing_it(app, browser):
    made = run(app, "create", "ekinshi", "--name", "Екі", "--password-stdin", text=PASSWORD + "\n")
    assert made.exit_code == 0 and PASSWORD not in made.output
    assert browser().sign_in("ekinshi").status_code == 303


def test_the_command_makes_a_code(app, at):
    service.make(at, "umytshaq", "Ұмытшақ", PASSWORD)
    code = run(app, "reset-code", "UMYTSHAQ").output.strip()
    service.use_code(at, "umytshaq", code, "екінші-сөз-2026")
    assert run(app, "reset-code", "joq").exit_code == 1


def of_demo(app, **given: object):
    app.extensions["tarmaq"] = settings(app.extensions["tarmaq"].instance, **({"demo": True} | given))
    return app


def test_demonstration_people_are_made_once_with_passwords_shown_once(app, browser, at):
    first = run(of_demo(app), "demo").output
    found = dict(re.findall(r"^ +(\w+) +(\S+)$", first, re.M))
    assert set(found) == {"student", "instructor"}
    for login, password in found.items():
        assert browser().sign_in(login, password).status_code == 303
    again = run(app, "demo")
    assert again.exit_code == 0 and not any(password in again.output for password in found.values())
    assert account(at, "student").demo and account(at, "instructor").role == "instructor"
    assert len(list(at.scalars(select(Account)))) == 2


def test_demonstration_people_are_made_only_where_asked_for_and_only_here(app, at):
    assert run(app, "demo").exit_code == 1
    assert run(of_demo(app, host="0.0.0.0"), "demo").exit_code == 1
    assert service.demo_people(at) == []


def test_demonstration_people_do_not_come_among_others(app, at):
    service.make(at, "adam", "Адам", PASSWORD)
    made = run(of_demo(app), "demo")
    assert made.exit_code == 0 and service.demo_people(at) == [] and len(made.output.splitlines()) == 1


def start(app, host: str):
    given = app.extensions["tarmaq"]
    return create_app(settings(given.instance, app.config["SQLALCHEMY_DATABASE_URI"], host=host))


def test_the_site_does_not_start_in_public_while_demonstration_people_exist(app, at):
    service.make(at, "student", "Үлгі", PASSWORD, demo=True)
    for host in ("127.0.0.1", "::1", "localhost", "127.8.8.8"):
        start(app, host)
    for host in ("0.0.0.0", "::", "10.0.0.5"):
        with pytest.raises(SystemExit, match="demonstration people"):
            start(app, host)
    assert run(app, "demo", "--remove").exit_code == 0
    start(app, "0.0.0.0")
    assert account(at, "student") is None


def test_without_tables_or_a_database_the_site_starts(tmp_path):
    create_app(settings(tmp_path, host="0.0.0.0"))
    assert not (tmp_path / "site.sqlite3").exists()
    (tmp_path / "site.sqlite3").touch()
    create_app(settings(tmp_path, host="0.0.0.0"))
    create_app(settings(tmp_path, "postgresql+psycopg://nobody@127.0.0.1:9/none", host="0.0.0.0"))


def test_demonstration_people_are_nobody_in_public_even_on_a_running_site(app, browser, at):
    service.make(at, "student", "Үлгі", PASSWORD, demo=True)
    somebody = browser()
    assert somebody.sign_in("student").status_code == 303
    app.extensions["tarmaq"] = settings(app.extensions["tarmaq"].instance, host="0.0.0.0")
    assert somebody.http.get("/account").status_code == 303
    assert browser().sign_in("student").status_code == 422


@pytest.fixture
def limited(app):
    """Makes browsers of the same site with limits, counted from zero."""
    given = app.extensions["tarmaq"]
    made = create_app(settings(given.instance, app.config["SQLALCHEMY_DATABASE_URI"], limits=True))
    limiter.reset()
    yield lambda: Person(made)
    limiter.enabled = False


def test_guessing_a_password_is_slowed_for_this_login_and_address_only(limited):
    limited().sign_up("nysana")
    guesser = limited()
    tried = [guesser.sign_in("Nysana", "бұрыс-сөз-1234").status_code for _ in range(11)]
    assert tried == [422] * 10 + [429]
    assert guesser.sign_in("NYSANA").status_code == 429
    assert guesser.sign_in("basqa", "бұрыс-сөз-1234").status_code == 422


def test_pages_may_be_read_however_often(limited):
    somebody = limited()
    assert {somebody.http.get("/account/sign-in").status_code for _ in range(130)} == {200}


def test_made_at_is_the_present(somebody, at):
    before = now()
    somebody.sign_up()
    assert before <= account(at, "айгүл").made_at <= now()
