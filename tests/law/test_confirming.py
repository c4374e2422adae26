"""A text confirmed by a person of the site: told by the command, shown on pages and in JSON, lost with the wording."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient

from law import confirming
from rules import acts
from rules.acts import Provision

TODAY, DRAFT = date(2026, 11, 20), "order-733/4"
NEWEST = {held.id: held.wordings[-1].edition for held in acts.provisions().values() if held.wordings}
MIRROR = next(held for held in acts.provisions().values() if held.status == "mirror" and len(held.wordings) > 1)
HELD = acts.provisions()
OFFICIAL = "Мәтін ресми бетпен салыстырылған: Айгүл Серікова, 19.11.2026."


@pytest.fixture(autouse=True)
def nothing_confirmed(app: Flask) -> Iterator[None]:
    """No confirmation before or after a test."""
    file: Path = app.extensions["tarmaq"].instance / confirming.FILE
    file.unlink(missing_ok=True)
    yield
    file.unlink(missing_ok=True)


def run(app: Flask, *args: str) -> Result:
    return app.test_cli_runner().invoke(args=["law", "confirm", *args])


def confirm(app: Flask, place: str, **other: str) -> Result:
    told = {"edition": NEWEST.get(place, ""), "by": "Айгүл Серікова", "on": "2026-11-19", **other}
    return run(app, place, *(part for name, value in told.items() for part in (f"--{name}", value)))


def text_of(client: FlaskClient, place: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", client.get(f"/law/{place}").text)))


def test_a_confirmed_text_is_shown_at_once_with_name_and_day_and_is_no_draft(app: Flask, client: FlaskClient) -> None:
    before = text_of(client, DRAFT)
    assert "жоба" in before and OFFICIAL not in before
    assert confirm(app, DRAFT).exit_code == 0
    after = text_of(client, DRAFT)
    assert OFFICIAL in after and "жоба" not in after
    assert run(app, DRAFT, "--edition", NEWEST[DRAFT], "--withdraw").exit_code == 0
    assert text_of(client, DRAFT) == before


@pytest.mark.parametrize("prefix", ["/ru", "/en"])
def test_it_is_shown_in_every_language(app: Flask, client: FlaskClient, prefix: str) -> None:
    confirm(app, MIRROR.id)
    assert "Айгүл Серікова, 19.11.2026" in client.get(f"{prefix}/law/{MIRROR.id}").text


def test_an_older_wording_that_was_compared_leaves_the_newest_as_it_was(app: Flask, client: FlaskClient) -> None:
    assert confirm(app, MIRROR.id, edition=MIRROR.wordings[0].edition).exit_code == 0
    shown = text_of(client, MIRROR.id)
    assert "мәтін ресми бетпен салыстырылған: Айгүл Серікова, 19.11.2026." in shown and OFFICIAL not in shown


def test_json_tells_the_same(app: Flask, client: FlaskClient) -> None:
    path = f"/api/v1/provisions/{DRAFT}"
    assert (client.get(path).json["read"], client.get(path).json["draft"]) == (acts.provisions()[DRAFT].status, True)
    confirm(app, DRAFT)
    told = client.get(path).json
    assert (told["read"], told["draft"]) == ("official", False)
    assert told["wordings"][-1]["confirmed"] == {"by": "Айгүл Серікова", "on": "2026-11-19"}


def test_a_name_is_text_and_never_markup(app: Flask, client: FlaskClient) -> None:
    assert confirm(app, MIRROR.id, by='<b>"A" \\ B</b>').exit_code == 0
    assert "&lt;b&gt;" in client.get(f"/law/{MIRROR.id}").text
    assert confirming.read(app.extensions["tarmaq"].instance)[0].by == '<b>"A" \\ B</b>'


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"place": "order-511/no-such"}, "no such provision"),
        ({"edition": "1066"}, "wordings of order-733/4 are held from:"),
        ({"edition": ""}, "--edition: found ''"),
        ({"by": "  "}, "--by: found '  '"),
        ({"by": "A\nB"}, "meant is the name of the person"),
        ({"by": "A" * 101}, "meant is the name of the person"),
        ({"on": "2999-01-01"}, "is to come"),
        ({"on": "19.11.2026"}, "meant is a day as YYYY-MM-DD"),
        ({"on": ""}, "--on: found ''"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_with_the_way_out(app: Flask, told: dict[str, str], said: str) -> None:
    given = dict(told)
    result = confirm(app, given.pop("place", DRAFT), **given)
    assert result.exit_code == 2 and said in result.stderr and not result.stdout
    assert confirming.read(app.extensions["tarmaq"].instance) == ()


def test_today_may_be_told_and_tomorrow_may_not(tmp_path: Path) -> None:
    assert confirming.confirm(tmp_path, DRAFT, NEWEST[DRAFT], "A", TODAY, TODAY).on == TODAY
    with pytest.raises(confirming.ConfirmationFault, match="to come"):
        confirming.confirm(tmp_path, DRAFT, NEWEST[DRAFT], "A", date(2026, 11, 21), TODAY)


def test_a_second_comparison_takes_the_place_of_the_first(app: Flask) -> None:
    confirm(app, DRAFT)
    confirm(app, DRAFT, by="Берік", on="2026-11-18")
    assert run(app, "--list").stdout == f"{DRAFT}  {NEWEST[DRAFT]}  2026-11-18  Берік\n"


def test_what_was_never_confirmed_cannot_be_withdrawn(app: Flask) -> None:
    result = run(app, DRAFT, "--edition", NEWEST[DRAFT], "--withdraw")
    assert result.exit_code == 2 and "not confirmed" in result.stderr


def test_a_changed_wording_loses_its_confirmation_and_the_list_says_so(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm(app, MIRROR.id)
    changed = _reworded(MIRROR)
    monkeypatch.setattr(acts, "provisions", lambda: {**HELD, MIRROR.id: changed})
    confirming._standing.cache_clear()
    assert OFFICIAL not in text_of(client, MIRROR.id)
    assert "compare it again" in run(app, "--list").stdout
    assert run(app, MIRROR.id, "--edition", NEWEST[MIRROR.id], "--withdraw").exit_code == 0
    monkeypatch.undo()
    confirming._standing.cache_clear()


def _reworded(held: Provision) -> Provision:
    *older, last = held.wordings
    new = dataclasses.replace(last, summary={**last.summary, "kk": last.summary["kk"] + " Тағы."})
    return dataclasses.replace(held, wordings=(*older, new))


@pytest.mark.parametrize("text", ["[[confirmed]]\nprovision = 1\n", "not toml", "confirmed = 3\n", "[[confirmed]]\n"])
def test_a_faulty_file_confirms_nothing_and_is_named_by_the_command(
    app: Flask, client: FlaskClient, text: str
) -> None:
    file = app.extensions["tarmaq"].instance / confirming.FILE
    file.write_text(text, "utf-8")
    assert client.get(f"/law/{DRAFT}").status_code == 200 and "жоба" in text_of(client, DRAFT)
    result = run(app, "--list")
    assert result.exit_code == 2 and str(file) in result.stderr
    assert confirm(app, DRAFT).exit_code == 2 and file.read_text("utf-8") == text


def test_people_who_confirm_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    places = sorted(NEWEST)[:24]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda place: confirming.confirm(tmp_path, place, NEWEST[place], "A", TODAY, TODAY), places))
    assert [one.provision for one in confirming.standing(tmp_path)] == places
