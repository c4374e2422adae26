"""Every file of content/ is read strictly and proves itself, one test for each."""

from __future__ import annotations

from functools import cache

import pytest

from app import case_documents, course_documents, quiz_documents
from library import loading
from library.kinds import kinds, register
from web.settings import ROOT

SEEDS = 200
for _kind in (*course_documents.KINDS, *quiz_documents.KINDS, *case_documents.KINDS):
    register(_kind)
PATTERNS = (
    "cases/*.yaml", "quizzes/*.yaml", "course/*/module.yaml", "course/*/*/chapter.yaml", "glossary/*.yaml",
    "figures/*.yaml", "forms/*.yaml",
)  # fmt: skip
FILES = sorted(
    path.relative_to(ROOT / "content").as_posix()
    for pattern in PATTERNS for path in (ROOT / "content").glob(pattern)
)  # fmt: skip


@cache
def report() -> loading.Report:
    """Everything read and proved once for all tests of this file."""
    return loading.read_all(ROOT / "content")


@pytest.mark.parametrize("name", FILES)
def test_proves_itself(name: str) -> None:
    folder = name.rpartition("/")[0]
    own = [str(fault) for fault in report().faults if fault.file == name or fault.file == f"{folder}/kk.md"]
    assert not own, "\n".join(own)
    assert name in {one.shown for one in report().loaded}


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("cases/")])
def test_proves_itself_over_many_seeds(name: str) -> None:
    one = next(one for one in report().loaded if one.shown == name)
    deeper = kinds()[one.kind.name].prove_with
    assert deeper is not None
    assert not list(deeper(one.document, SEEDS))


def test_no_file_of_content_is_left_unread() -> None:
    lists = {"vocabulary.txt", "words.txt"}
    found = {p.relative_to(ROOT / "content").as_posix() for p in (ROOT / "content").rglob("*") if p.is_file()}
    texts = {name for name in found if name.endswith(".md")}
    assert found - texts - lists == set(FILES)
    assert {name.rpartition("/")[0] for name in texts} == {n.rpartition("/")[0] for n in FILES if "chapter" in n}


def test_the_module_has_what_it_promises() -> None:
    counts = report().counts
    assert counts["pages"] >= 14 and counts["control questions"] >= 17
    assert counts["cases"] >= 11 and counts["items"] >= 48 and counts["terms"] >= 40
    assert counts["claims without source"] == 0


def test_ids_of_tasks_stand_once_in_their_document() -> None:
    for one in report().loaded:
        if one.kind.name in ("case", "quiz"):
            tasks = one.document.tasks if one.kind.name == "case" else [item.task for item in one.document.items]
            for task in tasks:
                ids = [part.id for part in (*getattr(task, "options", ()), *getattr(task, "items", ()))]
                assert len(ids) == len(set(ids)), (one.shown, task.id)
            assert len({task.id for task in tasks}) == len(tasks), one.shown
