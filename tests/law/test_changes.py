"""What changed: a page for each edition that touched something, the old wording only where it was read."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from law.changes.lists import change, changes
from law.describing import rules_on
from rules import acts
from rules.acts import Edition, Provision

PREFIXES = {"kk": "", "ru": "/ru", "en": "/en"}
NO_OLD_TEXT = "Бұрынғы мәтін бізде жоқ"
EDITIONS = [edition for act in acts.acts().values() for edition in act.editions]


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def keys() -> list[str]:
    return [one["edition"].key for one in changes("kk")]


def begun(edition: Edition) -> list[Provision]:
    """Provisions of the act with a wording from this edition."""
    own = [one for one in acts.provisions().values() if one.act == edition.act]
    return [one for one in own if any(wording.edition == edition.id for wording in one.wordings)]


@pytest.mark.parametrize("lang", PREFIXES)
def test_every_change_has_a_page_in_every_language(client: FlaskClient, lang: str) -> None:
    paths = [f"{PREFIXES[lang]}/law/changes", *(f"{PREFIXES[lang]}/law/changes/{key}" for key in keys())]
    assert len(paths) > 8
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize("lang", PREFIXES)
def test_a_page_shows_each_touched_provision_with_its_new_wording(client: FlaskClient, lang: str) -> None:
    for key in keys():
        page = text_of(client.get(f"{PREFIXES[lang]}/law/changes/{key}").text)
        missing = [one["id"] for one in change(key, lang)["provisions"] if text_of(one["new"]) not in page]
        assert missing == [], key


def test_the_old_wording_is_shown_where_it_was_read_and_said_to_be_missing_where_not(client: FlaskClient) -> None:
    held = missing = 0
    for key in keys():
        page = text_of(client.get(f"/law/changes/{key}").text)
        rows = change(key, "kk")["provisions"]
        assert page.count(NO_OLD_TEXT) == sum(not one["old"] for one in rows), key
        assert [one["id"] for one in rows if text_of(one["old"]) not in page] == [], key
        held += sum(bool(one["old"]) for one in rows)
        missing += sum(not one["old"] for one in rows)
    assert held and missing


def test_an_old_wording_is_that_of_the_edition_held_before(client: FlaskClient) -> None:
    page = text_of(client.get("/law/changes/order-511@733").text)
    old, new = (one.summary["kk"] for one in acts.provisions()["order-511/98/3"].wordings)
    assert old in page and new in page and page.index(new) < page.index(old)


def test_a_first_wording_is_a_change_only_where_the_edition_is_known_to_have_touched_it() -> None:
    for edition in EDITIONS:
        firsts = {one.id for one in begun(edition) if one.wordings[0].edition == edition.id}
        told = {one["id"] for one in change(edition.key, "kk")["provisions"]} if edition.key in keys() else set()
        assert told & firsts == firsts & set(edition.touched), edition.key


def test_what_an_edition_is_said_to_have_touched_is_held_with_a_wording_from_it() -> None:
    touched = [(edition, place) for edition in EDITIONS for place in edition.touched]
    assert touched
    assert [place for edition, place in touched if place not in {one.id for one in begun(edition)}] == []


def test_the_law_on_raising_a_child_is_dated_a_month_before_the_order_that_repeats_it() -> None:
    days = {one["edition"].key: one["edition"].first[0].isoformat() for one in changes("kk")}
    assert days["cc@2025-09"] == days["cec@2025-09"] == "2025-09-16"
    assert days["order-511@733"] == days["order-386@733"] == "2025-10-14"
    assert {"cc/43/3", "cc/44/1/last", "cc/74/1", "cc/72/4"} <= {
        one["id"] for one in change("cc@2025-09", "kk")["provisions"]
    }  # fmt: skip


@pytest.mark.parametrize("lang", PREFIXES)
def test_a_changed_provision_with_a_rule_says_whom_it_concerns(client: FlaskClient, lang: str) -> None:
    for key in keys():
        rows = change(key, lang)["provisions"]
        page = text_of(client.get(f"{PREFIXES[lang]}/law/changes/{key}").text)
        assert [one["id"] for one in rows if rules_on(one["id"]) and not one["fields"]] == []
        assert [one["id"] for one in rows if one["bodies"] and ", ".join(one["bodies"]) not in page] == []


def test_a_change_concerns_bodies_of_the_rules_on_what_it_touched() -> None:
    rows = {one["id"]: one for one in change("order-511@612", "en")["provisions"]}
    assert rows["order-511/69"]["bodies"] == ["court"]
    assert "the parolee" not in change("cec@2025-09", "en")["affected"]


def test_changes_stand_newest_first() -> None:
    firsts = [one["edition"].first for one in changes("kk")]
    assert firsts == sorted(firsts, reverse=True)


@pytest.mark.parametrize("prefix", PREFIXES.values())
@pytest.mark.parametrize("key", ["order-511@2015", "order-511@999", "no-act@1", "order-511", "@", "cec@2020-01"])
def test_an_edition_that_is_unknown_or_touched_nothing_is_not_found(client: FlaskClient, prefix: str, key: str) -> None:
    assert client.get(f"{prefix}/law/changes/{key}").status_code == 404


@pytest.mark.parametrize("lang", PREFIXES)
def test_changes_as_data_say_what_the_page_says(client: FlaskClient, lang: str) -> None:
    rows = client.get(f"{PREFIXES[lang]}/api/v1/changes").get_json()
    assert [row["edition"] for row in rows] == keys()
    assert [row["touched"] for row in rows] == [len(change(key, lang)["provisions"]) for key in keys()]
    page = text_of(client.get(f"{PREFIXES[lang]}/law/changes").text)
    assert [row["words"] for row in rows if row["words"] not in page] == []


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("order-386@733", "order-386/2"), ("order-386@880", "order-386/1-5"), ("order-375@584", "order-375/4"),
        ("cc@2025-09", "cc/72/3"), ("cec@2025-09", "cec/162/10"), ("order-508@588", "order-508/annex-18"),
    ],
)  # fmt: skip
def test_an_older_text_that_was_read_stands_beside_the_new_one(client: FlaskClient, key: str, place: str) -> None:
    row = next(one for one in change(key, "kk")["provisions"] if one["id"] == place)
    assert row["old"] and row["old_edition"] and row["old"] != row["new"]
    assert text_of(row["old"]) in text_of(client.get(f"/law/changes/{key}").text)


@pytest.mark.parametrize("key", ["order-508@741", "order-508@273"])
def test_what_an_order_added_to_the_rules_on_educational_work_is_told_as_its_change(key: str) -> None:
    told = {one["id"] for one in change(key, "kk")["provisions"]}
    assert told >= set(acts.edition(key).touched) and len(told) >= 8


def test_editions_known_by_number_and_day_alone_have_no_page_of_changes() -> None:
    assert [edition.key for edition in EDITIONS if not edition.held and edition.key in keys()] == []
