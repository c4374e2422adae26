"""Editions that we know of: some with their text, some by number and day alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from checks.wordings import editions as offered
from rules import acts
from rules.findings import REFUSALS
from rules.registry import all_rules, version_on

UNHELD = [edition for act in acts.acts().values() for edition in act.editions if not edition.held]


class Task:
    """As much of a task as asks for an edition."""

    provision = "order-511/98"


def raw(text: str) -> dict[str, Any]:
    day = date(2020, 1, 1)
    return {"id": "1", "first": day, "checked_until": day, "read": "mirror", "read_on": day, "text": text}


def test_the_timeline_of_an_act_names_editions_without_text() -> None:
    assert {"order-511@880", "order-511@148", "order-504@369", "probation-law@2016"} <= {one.key for one in UNHELD}
    assert acts.edition("order-386@2017").held and acts.edition("order-511@602").held


def test_no_wording_begins_with_an_edition_whose_text_is_not_held() -> None:
    begun = {f"{one.act}@{wording.edition}" for one in acts.provisions().values() for wording in one.wordings}
    assert begun & {edition.key for edition in UNHELD} == set()
    assert [edition.key for edition in UNHELD if edition.touched] == []


def test_no_rule_stands_on_an_edition_whose_text_is_not_held() -> None:
    versions = {version.edition for rule in all_rules().values() for version in rule.versions}
    assert versions & {edition.key for edition in UNHELD} == set()


@pytest.mark.parametrize("day", [date(2016, 5, 5), date(2018, 5, 5), date(2020, 10, 5), date(2022, 6, 6)])
def test_an_edition_without_text_lets_no_rule_answer_for_its_days(day: date) -> None:
    for rule in all_rules().values():
        if rule.act == "order-511" and rule.on:
            with pytest.raises(REFUSALS):
                version_on(rule, day)


@pytest.mark.parametrize("day", [date(2017, 9, 1), date(2019, 9, 2), date(2025, 10, 10)])
def test_older_wordings_of_order_386_let_no_rule_answer_for_their_days(day: date) -> None:
    for rule in all_rules().values():
        if rule.act == "order-386" and rule.on:
            with pytest.raises(acts.WordingNotHeld):
                version_on(rule, day)


def test_a_task_offers_editions_with_text_alone() -> None:
    assert offered(Task()) == ("order-511@602", "order-511@612", "order-511@733")  # type: ignore[arg-type]


def test_a_word_for_the_text_that_is_neither_of_the_two_is_refused() -> None:
    assert acts._edition("test", raw("held")).held
    assert not acts._edition("test", raw("not held")).held
    with pytest.raises(ValueError, match="test@1: text is 'unheld'"):
        acts._edition("test", raw("unheld"))


@pytest.mark.parametrize("key", ["order-386@733", "order-375@171", "cc@2025-09", "cec@2025-09"])
def test_a_change_whose_older_text_was_read_shows_both(key: str) -> None:
    edition = acts.edition(key)
    both = [
        one.id for one in acts.provisions().values()
        if one.act == edition.act and edition.id in [wording.edition for wording in one.wordings][1:]
    ]  # fmt: skip
    assert len(both) >= 2, key
