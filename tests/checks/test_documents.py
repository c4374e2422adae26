"""Papers filled in: what passes in a field, what does not and why, and whether a form may be used on its day."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from checks.document_checks import FieldCheck
from checks.documents import DocumentTask
from checks.entries import holds, names_body, numbers, same_name
from checks.judging import kept, key
from checks.paper_forms import PaperForm, usable
from checks.proof import faults
from checks.verdict import AnswerFault
from rules.acts import FirstDayUnknown, WordingNotHeld
from tests.checks.tasks import judged, points, task, turned
from tests.house.floors import ROOT

EXERCISE = {
    "id": "paper", "title": "Қағаз", "official": False, "provision": "probation-law/14/2",
    "fields": [
        {"id": id_, "label": label, "kind": kind, "provision": "probation-law/14/2", **more}
        for id_, label, kind, more in (
            ("person", "Адам", "person", {"required": True}), ("day", "Күні", "day", {}),
            ("born", "Туған күні", "day", {}), ("text", "Мәтін", "long", {}), ("norm", "Норма", "citation", {}),
            ("sex", "Жынысы", "choice", {"options": [{"id": "male", "text": "ер"}, {"id": "female", "text": "әйел"}]}),
        )
    ],
}  # fmt: skip
CHECKS = [
    {"field": "person", "oneof": ["И. Антонян"]}, {"field": "day", "fact": "request.application_day"},
    {"field": "day", "after": "born"}, {"field": "born", "fact": "request.born"},
    {"field": "text", "words": ["тәрбие", "әке|жалғыз"]}, {"field": "norm", "citation": ["probation-law/13/1/4"]},
    {"field": "sex", "fact": "request.sex"},
]  # fmt: skip
RIGHT = {
    "person": "И. Антонян", "day": "10.11.2025", "born": "14.05.1990", "text": "Баланы жалғыз өзі тәрбиелейді.",
    "norm": "Пробация туралы заң, 13-бап, 1-тармақ, 4) тармақша", "sex": "male",
}  # fmt: skip
STRUCK_OUT = {
    "id": "journal", "title": "Журнал", "official": True, "act": "order-508", "annex": 18,
    "provision": "order-508/annex-18", "editions": {"since": "720", "until": "588"},
}  # fmt: skip


def paper(**more: Any) -> DocumentTask:
    made = task(**{"kind": "document", "form": "paper", "paper": EXERCISE, "checks": CHECKS, **more})
    assert isinstance(made, DocumentTask)
    return made


def reasons(answer: dict[str, str]) -> dict[str, str]:
    """What was told of each wrong field, as keys."""
    return {part.given: part.key for part in judged(paper(), answer).parts if not part.points}


def test_a_paper_filled_in_rightly_gets_a_point_for_every_field_that_counts() -> None:
    assert points(paper(), RIGHT) == (6, 6)


@pytest.mark.parametrize("day", ["10.11.2025", "2025-11-10", "10 қараша 2025", "2025 жылғы 10 қараша"])
def test_a_day_passes_in_every_usual_form(day: str) -> None:
    assert points(paper(), {**RIGHT, "day": day}) == (6, 6)


@pytest.mark.parametrize(
    ("field", "text", "key_"),
    [
        ("person", "С. Петров", "field-person"), ("day", "11.11.2025", "field-day-file"),
        ("day", "ертең", "field-no-day"), ("born", "14.05.1991", "field-day-file"),
        ("text", "Баласы бар.", "field-words"),
        ("norm", "Пробация туралы заң, 13-бап, 2-тармақ", "field-citation"), ("norm", "заңда бар", "field-no-citation"),
        ("sex", "female", "field-choice"), ("person", "", "field-empty"), ("norm", "", "field-empty"),
    ],
)  # fmt: skip
def test_a_wrong_field_says_what_is_wrong_with_it_and_leaves_the_others(field: str, text: str, key_: str) -> None:
    assert reasons({**RIGHT, field: text}) == {field: key_}


def test_days_that_do_not_agree_with_each_other_are_named() -> None:
    assert reasons({**RIGHT, "born": "01.01.2026"}) == {"born": "field-day-file", "day": "field-after"}


def test_a_paper_with_nothing_in_it_is_refused_and_a_half_filled_one_is_graded() -> None:
    with pytest.raises(AnswerFault, match="document_empty"):
        judged(paper(), {"person": "  "})
    assert points(paper(), {"person": "И. Антонян"}) == (1, 6)


def test_a_field_is_refused_by_name_where_its_text_is_too_long() -> None:
    with pytest.raises(AnswerFault) as fault:
        judged(paper(), {**RIGHT, "text": "ә" * 6001})
    assert (fault.value.field, fault.value.key) == ("field-text", "answer_too_long")
    with pytest.raises(AnswerFault, match="field-sex"):
        judged(paper(), {**RIGHT, "sex": "other"})


def test_a_required_field_counts_though_no_check_is_put() -> None:
    one = paper(checks=[{"field": "day", "fact": "request.application_day"}])
    assert points(one, {"day": "10.11.2025"}) == (1, 2)
    assert points(one, {"day": "10.11.2025", "person": "кім болса да"}) == (2, 2)


def test_fields_left_out_are_neither_asked_nor_counted() -> None:
    checks = [check for check in CHECKS if check["field"] != "norm"]
    assert points(paper(without=["norm"], checks=checks), RIGHT) == (5, 5)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("А. Алексеева", True), ("Алексеева А.", True), ("А. Алексееваға", True), ("а алексеева", True),
        ("Алексеева Айгүл Маратқызы", True), ("азаматша А. Алексеева", True), ("С. Алексеева", False),
        ("Алексеева", False), ("А. Алексеев", False), ("А. Алексеева мен С. Петров", False),
        ("А. Алексеева, Петров", False), ("", False),
        ("Алексеева А., мекеме бастығы", True), ("Мекеме бастығы, А. Алексеева", True),
        ("А. Алексеева, аға инспектор", True), ("А. Алексеева, начальник учреждения", True),
        ("А. Алексеева, инспектор Петров", False), ("С. Петров, мекеме бастығы", False),
        ("мекеме бастығы", False), ("А. Алексеева, бастық, С. Петров", False),
    ],
)  # fmt: skip
def test_names_are_the_same_in_every_case_and_order_but_not_beside_another_person(text: str, same: bool) -> None:
    assert same_name(text, "А. Алексеева") is same


def test_words_stand_with_their_endings_and_side_by_side() -> None:
    assert holds("қоғамдық жұмыстарға тартылды", "қоғамдық жұмыс")
    assert holds("Когамдык жумыстар", "қоғамдық жұмыс")
    assert not holds("жұмыс қоғамдық емес", "қоғамдық жұмыс")
    assert holds("бес сағат", "тәулік|сағат") and not holds("бес күн", "тәулік|сағат")


def test_numbers_and_bodies_are_read_out_of_their_sentence() -> None:
    assert numbers("240 сағат") == {240} and numbers("12 000 теңге") == {12000}
    assert names_body("Алматы қаласының пробация қызметіне", ["probation-service"], ["court"])
    assert not names_body("сотқа", ["probation-service"], ["court"])
    assert not names_body("пробация қызметіне және сотқа", ["probation-service"], ["court"])


def test_a_rule_gives_the_day_of_a_field_in_every_accepted_reading() -> None:
    facts = {"report": {"trial_day": "2025-11-06", "report_day": "2025-10-22"}}
    one = paper(checks=[{"field": "day", "rule": "report-last-day"}])
    for day in ("31.10.2025", "3 қараша 2025"):
        assert points(one, {"day": day, "person": "бар"}, facts) == (2, 2)
    wrong = judged(one, {"day": "30.10.2025", "person": "бар"}, facts)
    assert wrong.parts[1].key == "field-day-law"
    assert wrong.diagnosis is not None and wrong.diagnosis.mutation == "four-days"


def test_a_form_is_usable_within_its_editions_and_unknown_days_are_refused() -> None:
    form = PaperForm.model_validate(STRUCK_OUT)
    assert usable(form, date(2022, 6, 30))
    assert not usable(form, date(2023, 2, 1))
    with pytest.raises(FirstDayUnknown):
        usable(form, date(2022, 8, 1))
    notice = form.model_copy(update={"editions": form.editions.model_copy(update={"since": "512", "until": ""})})  # type: ignore[union-attr]
    with pytest.raises(WordingNotHeld):
        usable(notice, date(2023, 2, 1))
    began = notice.model_copy(update={"editions": notice.editions.model_copy(update={"began": True})})  # type: ignore[union-attr]
    assert not usable(began, date(2023, 2, 1)) and usable(began, date(2024, 5, 1))


@pytest.mark.parametrize(("day", "right", "wrong"), [("2023-02-01", "no", "yes"), ("2022-06-30", "yes", "no")])
def test_whether_the_form_may_be_used_is_asked_first_and_a_no_is_the_whole_answer(
    day: str, right: str, wrong: str
) -> None:
    one = paper(form="journal", paper=STRUCK_OUT, checks=[], event="request.application_day")
    facts = turned(application_day=day)
    assert points(one, {"usable": right}, facts) == (1, 1)
    assert points(one, {"usable": wrong}, facts) == (0, 1)
    with pytest.raises(AnswerFault, match="usable_empty"):
        judged(one, {}, facts)


def test_a_variant_keeps_the_key_but_for_days_and_numbers() -> None:
    later, woman = turned(application_day="2025-12-10"), turned(sex="female")
    assert key(paper(), later) != key(paper(), turned()) and kept(paper(), later) == kept(paper(), turned())
    assert kept(paper(), woman) != kept(paper(), turned())


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"paper": None}, "there is no form 'paper'"), ({"checks": []}, "nothing is asked"),
        ({"checks": [{"field": "text", "fact": "request.sex"}]}, "use oneof"),
        ({"checks": [{"field": "day", "rule": "no-such-rule"}]}, "there is no rule"),
        ({"checks": [{"field": "day", "after": "text"}]}, "compare two fields with days"),
        ({"checks": [{"field": "day", "words": ["күн"]}]}, "words are looked for"),
        ({"checks": [{"field": "norm", "citation": ["probation-law/99"]}]}, "probation-law/99 is not held"),
        ({"fails": [{"answer": {**RIGHT, "day": "1.1.2025"}, "field": "born"}]}, "wrong are day, not born"),
        ({"fails": [{"answer": RIGHT, "field": "day"}]}, "wrong are no fields, not day"),
    ],
)  # fmt: skip
def test_a_task_that_cannot_prove_itself_says_why(more: dict[str, Any], says: str) -> None:
    assert any(says in found for found in faults(paper(passes=[RIGHT], **more), turned()))


@pytest.mark.parametrize(
    "more",
    [
        {"checks": [{"field": "nowhere", "filled": True}]}, {"parts": ["nowhere"]}, {"without": ["nowhere"]},
        {"checks": [{"field": "day", "filled": True, "rule": "report-last-day"}]}, {"checks": [{"field": "day"}]},
    ],
)  # fmt: skip
def test_a_task_that_names_what_is_not_there_is_no_task(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        paper(**more)


def test_every_reason_has_words() -> None:
    code = "".join((ROOT / f"checks/{name}.py").read_text("utf-8") for name in ("documents", "document_checks"))
    used = set(re.findall(r'"((?:field|usable)-[a-z-]+[a-z])"', code)) - {"field-agrees", "field-"}
    for source in ("file", "law"):
        used |= {f"field-day-{source}", f"field-number-{source}"}
    used |= {"field-before", "field-after", "usable-yes", "usable-no", "usable"}
    words = tomllib.loads((ROOT / "checks/words/kk.toml").read_text("utf-8"))["document"]
    assert words.keys() == used


def test_a_check_has_one_way() -> None:
    assert FieldCheck(field="a", filled=True).way == "filled"
