"""Every form of the content: its fields, the provisions and editions it names, and how cases hold it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from pydantic import ValidationError

from cases import content, documents
from cases.paper_forms import FORM, gather, lay_in, take_out
from checks.paper_forms import PaperForm, faults
from library.reading import ContentFaults
from rules import acts
from tests.browsing import Visitor
from web.settings import ROOT

FORMS = {name: raw for name, _, raw in gather(ROOT / "content")}
ANNEXES = {
    "order-508": {3, *range(5, 16), 17, 18, 19, 20, 21, 22, 23, 24, *range(25, 30)},
    "order-504": {1, 3, 4, 5, *range(7, 17)}, "order-511": {3},
}  # fmt: skip
STRUCK_OUT = {18, 19, 20, 22, 23, 24}


def read(name: str) -> PaperForm:
    return PaperForm.model_validate_json(json.dumps(FORMS[name]))


def test_all_annexes_named_are_there_and_nothing_else_is_called_official() -> None:
    found: dict[str, set[int]] = {}
    for name in FORMS:
        form = read(name)
        if form.official:
            found.setdefault(form.act, set()).add(form.annex)
            assert name.startswith(f"{form.act}-annex-{form.annex}")
        else:
            assert "annex" not in name
    assert found == ANNEXES


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_has_fields_a_held_provision_and_editions_that_exist(name: str) -> None:
    form = read(name)
    assert not list(faults(form))
    assert form.provision in acts.provisions()
    gone = form.official and form.annex in STRUCK_OUT and form.act == "order-508"
    assert bool(form.fields) != gone
    if form.editions:
        assert bool(form.editions.until) == gone
        assert acts.edition(f"{form.act}@{form.editions.since}").held
    assert gone or any(field.required for field in form.fields) or name == "order-508-annex-15"
    assert len({field.label for field in form.fields if not field.part}) == len([f for f in form.fields if not f.part])


@pytest.mark.parametrize("name", sorted(name for name in FORMS if not FORMS[name]["official"]))
def test_an_exercise_asks_only_for_what_a_provision_names(name: str) -> None:
    assert all(field.provision in acts.provisions() for field in read(name).fields)


def test_faults_name_the_field() -> None:
    raw = {**FORMS["pretrial-report"], "parts": []}
    raw["fields"] = [{"id": "a", "label": "А", "kind": "choice", "part": "x"}]
    found = dict(faults(PaperForm.model_validate_json(json.dumps(raw))))
    assert set(found) == {"fields.a"}
    with pytest.raises(ValidationError):
        PaperForm.model_validate_json(json.dumps({**FORMS["order-508-annex-9"], "provision": ""}))


def test_a_form_whose_id_is_not_its_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms/one.yaml").write_text("id: two\n", "utf-8")
    with pytest.raises(ContentFaults):
        list(gather(tmp_path))


def test_a_case_holds_the_form_as_it_was_and_its_file_does_not() -> None:
    laid = {name: raw for name, _, raw in content.gather(ROOT / "content")}["pretrial-03"]
    task = next(task for task in laid["tasks"] if task["id"] == "t8")
    assert task["paper"]["id"] == task["form"] == "pretrial-report"
    bare = take_out(laid)
    assert "paper" not in json.dumps(bare) and lay_in(ROOT / "content", bare) == laid
    assert documents.CASE.files("pretrial-03", laid) == {"cases/pretrial-03.yaml": bare}
    assert lay_in(ROOT / "content", {"tasks": [{"kind": "document", "form": "../secret"}]})["tasks"][0]["paper"] is None


def test_words_of_a_form_are_no_logic_but_its_fields_are() -> None:
    form = read("pretrial-report")
    renamed = form.model_copy(update={"title": "Басқа"})
    fewer = form.model_copy(update={"fields": form.fields[1:]})
    assert FORM.logic(form) == FORM.logic(renamed) != FORM.logic(fewer)


def _sent(visitor: Visitor, **typed: Any) -> Any:
    form = visitor.get("/cases/pretrial-03").form("/cases/pretrial-03/answer", task="t8")
    return visitor.send(form, **{f"field-{name.replace('_', '-')}": value for name, value in typed.items()})


def test_a_half_filled_paper_is_kept_and_every_field_told(app: Flask) -> None:
    visitor = Visitor(app)
    assert _sent(visitor, day="24.10.2025", person="О. Алиев").status_code == 303
    page = visitor.get("/cases/pretrial-03").text
    assert 'value="24.10.2025"' in page and 'value="О. Алиев"' in page
    assert "2/7" not in page and "1/7" in page
    assert "2025 ж. 22 қазан" in page.partition("told-fields")[2]
    assert page.partition("told-fields")[2].count("Бұл жол бос қалған") == 5


def test_an_empty_or_too_long_paper_is_refused_with_everything_typed(app: Flask) -> None:
    visitor = Visitor(app)
    refused = _sent(visitor)
    assert refused.status_code == 422 and "Бірде-бір жол толтырылмаған" in refused.text
    refused = _sent(visitor, officer="Д. Қасымова", character="ә" * 6001)
    assert refused.status_code == 422 and "тым ұзын" in refused.text
    assert "Д. Қасымова" in refused.text and "ә" * 6001 in refused.text


@pytest.mark.parametrize("path", ["/cases/pretrial-03", "/ru/cases/pretrial-03", "/en/cases/pretrial-11"])
def test_an_exercise_is_headed_as_one_in_every_language(app: Flask, path: str) -> None:
    page = Visitor(app).get(path).text
    said = {"/ru": "учебный образец, не официальная форма", "/en": "exercise, not an official form"}
    assert said.get(path[:3], "оқу үлгісі, ресми нысан емес") in page
