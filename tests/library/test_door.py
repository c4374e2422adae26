"""The door: documents of an exam or an academy are nowhere for a stranger, a learner or an administrator."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts import service as accounts
from database import now
from library import service as library
from library.exporting import export
from library.models import Document, Revision
from library.service import STRANGER, Reader
from tests.browsing import Visitor
from tests.web.site_walk import walk

SECRET = "Жасырынсынақ"
ORIGINALS = {"case": "pretrial-07", "quiz": "pretrial", "page": "pretrial/who-may", "module": "pretrial"}
PASSWORD = "тау-бұлақ-көл-7"


def hidden_name(kind: str, audience: str) -> str:
    return f"pretrial/{audience}" if kind == "page" else f"{audience}-{kind}"


def plant(session: Session, kind: str, audience: str, owner: str = "house") -> str:
    """A copy of an open document for another audience, with a word in its texts that stands nowhere else."""
    original = session.scalars(select(Document).where(Document.kind == kind, Document.name == ORIGINALS[kind])).one()
    revision = session.get(Revision, original.revision_id)
    assert revision is not None
    name = hidden_name(kind, audience)
    body = json.loads(json.dumps(revision.body)) | {"id": name, "title": SECRET, "audience": audience}
    document = Document(kind=kind, name=name, audience=audience, owner=owner, place=-1)
    session.add(document)
    session.flush()
    planted = Revision(document_id=document.id, logic="l", words="w", body=body)
    session.add(planted)
    session.flush()
    document.revision_id = planted.id
    return name


@pytest.fixture
def planted(session: Session) -> Iterator[list[tuple[str, str]]]:
    """Exam documents of the house and documents of an academy, of every kind, beside the open ones."""
    made = [(kind, plant(session, kind, "exam")) for kind in ORIGINALS]
    made += [(kind, plant(session, kind, "academy", owner="an-academy")) for kind in ORIGINALS]
    session.commit()
    yield made


PATHS = {
    "case": ["/cases/{}", "/cases/{}/sheet"], "page": ["/course/{}"], "module": ["/course/{}", "/course/{}/print"],
    "quiz": ["/practice/{}", "/practice/{}/next", "/practice/{}/eligibility-01"],
}  # fmt: skip


def test_no_page_listing_or_api_answer_holds_a_word_of_them(app: Flask, planted: list[tuple[str, str]]) -> None:
    seen = walk(app, "", every=7)
    assert len(seen) > 200
    client = app.test_client()
    cited = ("/law/probation-law/13/1/4", "/law/probation-law/13/1", "/law/rules/pretrial-list")
    for path in (*seen, *cited):
        body = (seen[path].html if path in seen else "") or client.get(path).get_data(as_text=True)
        assert SECRET not in body and SECRET not in body.encode().decode("unicode-escape", "ignore"), path
        assert not [name for _, name in planted if f"/{name}" in body], path


@pytest.mark.parametrize("start", ["", "/ru", "/en"])
def test_their_addresses_do_not_exist(app: Flask, planted: list[tuple[str, str]], start: str) -> None:
    client = app.test_client()
    for kind, name in planted:
        for path in PATHS[kind]:
            assert client.get(start + path.format(name)).status_code == 404, (kind, path)


def test_nobody_answers_them(visitor: Visitor, planted: list[tuple[str, str]]) -> None:
    form = visitor.get("/cases/pretrial-07").form("/cases/", task="t1")
    for kind, name in planted:
        if kind in ("case", "quiz"):
            form.action = f"/cases/{name}/answer" if kind == "case" else f"/practice/{name}/eligibility-01"
            assert visitor.send(form, verdict="yes").status_code == 404


def test_a_revision_of_theirs_cannot_be_slipped_into_a_form(
    visitor: Visitor, session: Session, planted: list[tuple[str, str]]
) -> None:
    hidden = session.scalars(select(Document).where(Document.name == "exam-case")).one()
    form = visitor.get("/cases/pretrial-07").form("/cases/", task="t1")
    page = visitor.send(form, verdict="undecided", missing="child_born", revision=str(hidden.revision_id))
    assert SECRET not in page.text
    assert SECRET not in visitor.get("/cases/pretrial-07").text


@pytest.mark.parametrize("role", ["learner", "instructor", "officer", "administrator"])
def test_a_role_alone_opens_nothing(
    app: Flask, session: Session, visitor: Visitor, planted: list[tuple[str, str]], role: str
) -> None:
    accounts.make(session, "biriktiru", "Айгүл", PASSWORD, role)
    form = visitor.get("/account/sign-in").form("", csrf_token=visitor.token())
    assert visitor.send(form, login="biriktiru", password=PASSWORD).status_code == 303
    for path in ("/", "/cases", "/practice", "/course"):
        page = visitor.get(path)
        assert page.status_code == 200 and SECRET not in page.text
    assert visitor.get("/cases/exam-case").status_code == 404


@pytest.mark.parametrize("reader", [STRANGER, Reader(role="administrator"), Reader("x", "officer", frozenset({"y"}))])
def test_the_shelf_gives_none_of_them_out(
    session: Session, planted: list[tuple[str, str]], reader: Reader
) -> None:
    for kind, name in planted:
        assert library.get(session, reader, kind, name) is None
        assert name not in {held.name for held in library.listing(session, reader, kind)}


def test_they_are_not_exported(session: Session, planted: list[tuple[str, str]], tmp_path: Path) -> None:
    assert export(session, tmp_path / "out") > 10
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET in path.read_text("utf-8")]


def test_loading_never_touches_documents_of_an_academy(app: Flask, session: Session, planted: object) -> None:
    told = app.test_cli_runner().invoke(args=["content", "load"])
    assert told.exit_code == 0, told.output
    session.rollback()
    kept = session.scalars(select(Document).where(Document.owner == "an-academy")).all()
    assert len(kept) == len(ORIGINALS) and all(document.retired_at is None for document in kept)


def test_a_retired_document_is_absent_but_stays_for_those_who_work_on_it(
    learner_client: Visitor, session: Session
) -> None:
    form = learner_client.get("/cases/pretrial-07").form("/cases/", task="t1")
    assert learner_client.send(form, verdict="undecided", missing="child_born").status_code == 303
    document = session.scalars(select(Document).where(Document.name == "pretrial-07")).one()
    document.retired_at = now()
    session.commit()
    assert library.get(session, STRANGER, "case", "pretrial-07") is None
    assert learner_client.get("/account/mine").status_code == 200
