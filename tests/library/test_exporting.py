"""Export: what is written out is what was read in, byte by byte, and a fresh site made of it is the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from library import canonical, loading
from library.exporting import export
from library.models import Document, Revision
from library.reading import _Strict, read_yaml
from tests.conftest import bring_up, settings_in
from web.db import db
from web.settings import ROOT, Settings

pytestmark = pytest.mark.thorough

CONTENT = ROOT / "content"
FILES = sorted(p.relative_to(CONTENT).as_posix() for p in CONTENT.rglob("*") if p.suffix in (".yaml", ".md"))


def shelf(session: Session) -> dict[tuple[str, str], tuple[str, str, object]]:
    """Every document with both fingerprints and its body."""
    rows = session.execute(
        select(Document.kind, Document.name, Revision.logic, Revision.words, Revision.body)
        .join(Revision, Revision.id == Document.revision_id)
    )  # fmt: skip
    return {(kind, name): (logic, words, body) for kind, name, logic, words, body in rows}


@pytest.fixture
def exported(any_session: Session, tmp_path: Path) -> Path:
    """The content of the repository, loaded and written out again."""
    export(any_session, tmp_path / "out")
    return tmp_path / "out"


def test_every_file_comes_out_as_it_went_in(exported: Path) -> None:
    """The same bytes; only comments and blank lines between parts, which are no data, do not come back."""
    differ = [name for name in FILES if (exported / name).read_bytes() != _canonical(CONTENT / name)]
    assert not differ


def _canonical(path: Path) -> bytes:
    if path.suffix == ".md":
        return path.read_bytes()
    text = canonical.form(path.read_text("utf-8"))
    if re.search(r"^ *#|\n\n *[\w#-]", text, re.M):
        text = canonical.written(read_yaml(path, path.name))
    return text.encode("utf-8")


def test_nothing_else_comes_out(exported: Path) -> None:
    out = sorted(p.relative_to(exported).as_posix() for p in exported.rglob("*") if p.is_file())
    assert out == FILES


def test_what_came_out_is_in_canonical_form(exported: Path) -> None:
    assert not [path.name for path in exported.rglob("*.yaml") if canonical.differs(path)]


def test_a_fresh_site_made_of_the_export_is_identical(
    any_session: Session, exported: Path, tmp_path: Path, make_app: Callable[[Settings], Flask]
) -> None:
    (tmp_path / "fresh").mkdir()
    fresh = make_app(settings_in(tmp_path / "fresh", content=exported))
    bring_up(fresh)
    with fresh.app_context(), Session(db.engine) as beside:
        assert shelf(beside) == shelf(any_session)


def test_loading_the_export_over_the_site_changes_nothing(any_session: Session, exported: Path) -> None:
    assert set(loading.load(any_session, exported)) == {"same"}


def test_an_export_goes_only_into_an_empty_folder(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("kept", "utf-8")
    told = app.test_cli_runner().invoke(args=["content", "export", str(tmp_path / "full")])
    assert told.exit_code == 1 and "is not empty" in told.output
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_the_content_of_the_repository_is_in_canonical_form(app: Flask) -> None:
    told = app.test_cli_runner().invoke(args=["content", "fmt", "--check"])
    assert told.exit_code == 0, f"run make fmt:\n{told.output}"


CASES = {
    "comments stay": ("# why\na: 1 # because\n", "# why\na: 1 # because\n"),
    "comments below a text stay": ("a: |\n  x\n# here\nb: 1\n", "a: |\n  x\n# here\nb: 1\n"),
    "needless quotes go": ("a: \"one\"\nb: 'no'\n", "a: one\nb: no\n"),
    "needed quotes come": ("a: \"12\"\nb: \"a: b\"\nc: ''\n", "a: '12'\nb: 'a: b'\nc: ''\n"),
    "days and hours are words": ("a: '2025-11-21'\nb: 12:30\n", "a: 2025-11-21\nb: 12:30\n"),
    "what stands in one line is written out": ("a: {b: 1, c: [x, y]}\n", "a:\n  b: 1\n  c:\n    - x\n    - y\n"),
    "texts of several lines are blocks": ("a: \"x\\n\\ny\\n\"\n", "a: |\n  x\n\n  y\n"),
    "folded texts are one line": ("a: >-\n  x\n  y\n", "a: x y\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_canonical_form(name: str) -> None:
    given, meant = CASES[name]
    assert canonical.form(given) == meant


@pytest.mark.parametrize("text", [(CONTENT / name).read_text("utf-8") for name in FILES if name.endswith(".yaml")][:8])
def test_the_canonical_form_of_a_canonical_form_is_itself(text: str) -> None:
    once = canonical.form(text)
    assert canonical.form(once) == once
    assert yaml.load(once, Loader=_Strict) == yaml.load(text, Loader=_Strict)
