"""Loading: all or nothing, a revision only where something changed, and faults that say where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from library import loading
from library import service as library
from library.canonical import written
from library.models import Document, Proof, Revision
from library.reading import ContentFaults, read_yaml
from library.service import STRANGER
from tests.conftest import small_content
from web.settings import ROOT

CASE = "cases/pretrial-07.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that a test may break."""
    return small_content(tmp_path)


Edit = Callable[..., Path]
GONE = object()


@pytest.fixture
def edit(content: Path) -> Edit:
    """Changes one place (`tasks.0.rule`) of a file of the copy, or replaces words of a page."""

    def change(name: str, place: str, value: object) -> Path:
        path = content / name
        if name.endswith(".md"):
            text = path.read_text("utf-8")
            assert place in text
            path.write_text(text.replace(place, str(value), 1), "utf-8")
        else:
            data = read_yaml(path, name)
            put(data, place.split("."), value)
            path.write_text(written(data), "utf-8")
        return content

    return change


def put(data: Any, place: list[str], value: object) -> None:
    """Put the value at the place; `GONE` takes away what stands there, a dot in a name is written `:`."""
    *way, last = [step.replace(":", ".") for step in place]
    for step in way:
        data = data[int(step) if isinstance(data, list) else step]
    if value is GONE:
        del data[last]
    elif isinstance(data, list):
        data[int(last) :] = [value, *data[int(last) + 1 :]]
    else:
        data[last] = value


def counts(session: Session) -> tuple[int, int]:
    session.rollback()
    return tuple(session.scalar(select(func.count()).select_from(table)) or 0 for table in (Document, Revision))  # type: ignore[return-value]


def current(session: Session, kind: str, name: str) -> Revision:
    session.rollback()
    row = session.scalars(select(Document).where(Document.kind == kind, Document.name == name)).one()
    found = session.get(Revision, row.revision_id, populate_existing=True)
    assert found is not None
    return found


def faults(session: Session, content: Path) -> list[tuple[str, str, str]]:
    before = counts(session)
    with pytest.raises(ContentFaults) as caught:
        loading.load(session, content)
    assert counts(session) == before
    return [(fault.file, fault.place, fault.says) for fault in caught.value.faults]


def test_loading_twice_adds_nothing(any_app: Flask, any_session: Session) -> None:
    before = counts(any_session)
    assert set(loading.load(any_session, ROOT / "content")) == {"same"}
    assert counts(any_session) == before


def test_changed_words_make_a_revision_with_the_same_logic(any_session: Session, edit: Edit) -> None:
    old = current(any_session, "case", "pretrial-07")
    changed = loading.load(any_session, edit(CASE, "title", "Жалғыз әке"))
    new = current(any_session, "case", "pretrial-07")
    assert changed["changed"] == 1
    assert new.id != old.id and new.words != old.words and new.logic == old.logic


def test_a_changed_fact_makes_a_revision_with_another_logic(any_session: Session, edit: Edit) -> None:
    old = current(any_session, "case", "pretrial-07")
    loading.load(any_session, edit(CASE, "minutes", 15))
    assert current(any_session, "case", "pretrial-07").logic == old.logic
    loading.load(any_session, edit(CASE, "variants.0.turns.request:born", "1984-09-24"))
    assert current(any_session, "case", "pretrial-07").logic != old.logic


def test_words_of_answers_that_prove_are_part_of_the_logic(session: Session, edit: Edit) -> None:
    old = current(session, "quiz", "pretrial")
    loading.load(session, edit("quizzes/pretrial.yaml", "items.0.fails.0.answer", ["assistance", "measure"]))
    assert current(session, "quiz", "pretrial").logic != old.logic


def test_earlier_revisions_stay(session: Session, edit: Edit) -> None:
    old = current(session, "case", "pretrial-07")
    loading.load(session, edit(CASE, "title", "Жалғыз әке"))
    assert session.get(Revision, old.id) is not None
    assert library.of_revision(session, "case", old.id).title == "Жалғыз басты әке"


def test_a_file_that_is_gone_is_retired_and_may_return(session: Session, content: Path) -> None:
    path = content / "cases/pretrial-77.yaml"
    text = (content / CASE).read_text("utf-8").replace("id: pretrial-07", "id: pretrial-77", 1)
    for step, expected in (("come", "new"), ("go", "retired"), ("return", "same")):
        path.unlink() if step == "go" else path.write_text(text, "utf-8")
        assert loading.load(session, content)[expected] >= 1
        found = library.get(session, STRANGER, "case", "pretrial-77")
        assert (found is None) == (step == "go")


def test_proofs_are_remembered_and_not_done_again(session: Session, content: Path) -> None:
    proved = frozenset(session.scalars(select(Proof.logic).where(Proof.ground == loading.ground())))
    assert {one.words for one in loading.read_all(content, proved).loaded} <= proved


def test_a_proof_under_another_law_does_not_count(session: Session, edit: Edit) -> None:
    """A key that became wrong is found at the next loading, although its file did not change."""
    session.query(Proof).update({Proof.ground: "an.other"})
    session.commit()
    loading.load(session, edit(CASE, "minutes", 15))
    grounds = set(session.scalars(select(Proof.ground)))
    assert loading.ground() in grounds


PAGE = "course/pretrial/who-may/kk.md"
BROKEN = {
    "a wrong key": (CASE, "tasks.0.passes.0.missing", "born", "tasks.t1", "passes[0]"),
    "an answer that does not fail": (CASE, "tasks.0.fails.2.answer.missing", "child_born", "tasks.t1", "fails[2]"),
    "no proof at all": (CASE, "tasks.0.passes", [], "tasks.t1", "at least one"),
    "a twin that changes nothing": (CASE, "twins.1.turns.request:child_born", "unknown", "child-is-three", "change"),
    "a variant that changes a key": (CASE, "variants.0.turns.request:form", "written", "aged-forty-one", ""),
    "a turned fact whose words stay": (CASE, "twins.0.words", {}, "child-of-twenty-months", "its words stay"),
    "words that are marked nowhere": (CASE, "twins.0.words.request:sex", "әйел", "child-of-twenty-months", "nowhere"),
    "a provision that is not held": (CASE, "tasks.0.reasons.0", "probation-law/99/1", "tasks.t1", "not held"),
    "a rule that does not exist": (CASE, "tasks.3.rule", "pretrial-begin", "tasks.t4", "no rule"),
    "a diagnosis that is another": (CASE, "tasks.2.fails.0.mutation", "other", "tasks.t3", "diagnosis"),
    "an option without a reason": (CASE, "tasks.1.options.0.why", "", "tasks.t2", "no reason"),
    "a fact that does not exist": (CASE, "facts.request.applicants", "person", "facts.request", ""),
    "a fact that is no such value": (CASE, "facts.request.sex", "father", "facts.request.sex", ""),
    "a class of facts that does not exist": (CASE, "facts.requests", {}, "facts.requests", "no such class"),
    "an unknown field": (CASE, "minuts", 14, "minuts", "Extra inputs"),
    "a number as a word": (CASE, "minutes", "14", "minutes", "valid integer"),
    "a kind that does not exist": (CASE, "tasks.5.kind", "orders", "tasks.5", "orders"),
    "one id for two tasks": (CASE, "tasks.1.id", "t1", "tasks", "stands twice"),
    "an id in Kazakh": (CASE, "tasks.1.options.1.id", "қате", "tasks.1.choice.options.1.id", "pattern"),
    "a word of two alphabets": (CASE, "tasks.1.ask", "Нысaн туралы", "ask", "mixes alphabets"),
    "a day that moved away from its fact": (CASE, "events.0.day", "2025-11-11", "events.e1", "day"),
    "a dead link": (PAGE, "(law:probation-law/13/1)", "(law:probation-law/13/77)", "kk.md", "leads nowhere"),
    "a dead embed": (PAGE, "(quiz:pretrial/eligibility-01)", "(quiz:pretrial/none-01)", "kk.md", "leads nowhere"),
    "a link of no kind": (PAGE, "(term:suspect)", "(suspect)", "kk.md", "no known kind"),
    "a page that is not there": ("course/pretrial/module.yaml", "pages.0", "nowhere", "pages", "leads nowhere"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_is_refused_with_file_and_place(name: str, session: Session, edit: Edit) -> None:
    file, changed, value, place, says = BROKEN[name]
    found = faults(session, edit(file, changed, value))
    shown = "course/pretrial/who-may/chapter.yaml" if file.endswith("kk.md") else file
    assert any(f == shown and place in p and says in s for f, p, s in found), found


def test_a_broken_file_keeps_the_last_good_revision_on_the_site(app: Flask, session: Session, edit: Edit) -> None:
    broken = edit(CASE, "tasks.3.rule", "pretrial-begin")
    edit(CASE, "title", "Жалғыз әке")
    faults(session, broken)
    assert "Жалғыз басты әке" in app.test_client().get("/cases/pretrial-07").get_data(as_text=True)


def test_all_faults_are_named_at_once(session: Session, edit: Edit) -> None:
    edit(CASE, "tasks.3.rule", "pretrial-begin")
    edit("glossary/pretrial.yaml", "0.en", GONE)
    found = faults(session, edit("quizzes/pretrial.yaml", "items.0.situation", "perhaps"))
    assert {file for file, _, _ in found} >= {CASE, "glossary/pretrial.yaml", "quizzes/pretrial.yaml"}


def test_one_id_in_two_files_is_refused(session: Session, content: Path) -> None:
    text = (content / CASE).read_text("utf-8")
    (content / "cases/pretrial-77.yaml").write_text(text, "utf-8")
    (fault,) = {f for f in faults(session, content) if f[0] == "cases/pretrial-77.yaml"}
    assert fault[1] == "id" and "pretrial-77" in fault[2]


def test_check_changes_nothing(app: Flask, session: Session, edit: Edit) -> None:
    before = counts(session)
    told = app.test_cli_runner().invoke(args=["content", "check"])
    assert told.exit_code == 0, told.output
    assert counts(session) == before
