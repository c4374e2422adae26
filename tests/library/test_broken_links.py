"""What leads nowhere stops the load and is named: links, figures, images; what has no source is listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask import Flask

from library import loading
from tests.conftest import small_content
from web.settings import ROOT

PAGE = "course/pretrial/aims/kk.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small_content(tmp_path)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("[сөз](page:pretrial/gone)", "link page:pretrial/gone leads nowhere"),
        ("[сөз](law:probation-law/999)", "link law:probation-law/999 leads nowhere"),
        ("[check](quiz:pretrial/gone)", "link quiz:pretrial/gone leads nowhere"),
        ("![сызба](figure:gone)", "link figure:gone leads nowhere"),
        ("![сурет](picture.png)", "link 'picture.png' is of no known kind"),
        ("![сурет](https://example.org/a.png)", "image 'https://example.org/a.png' would not be shown"),
    ],
)
def test_the_load_names_file_place_and_target(app: Flask, content: Path, written: str, says: str) -> None:
    path = content / PAGE
    path.write_text(path.read_text("utf-8") + f"\n{written}\n", "utf-8")
    proved = frozenset(one.words for one in loading.read_all(ROOT / "content").loaded)
    faults = [str(fault) for fault in loading.read_all(content, proved).faults]
    assert [fault for fault in faults if fault.startswith("course/pretrial/aims/") and says in fault]


def test_the_check_lists_paragraphs_without_a_source(app: Flask, content: Path, tmp_path: Path) -> None:
    path = content / PAGE
    path.write_text(path.read_text("utf-8") + "\nБұл жерде 13-бап айтылады, бірақ сілтеме жоқ.\n", "utf-8")
    object.__setattr__(app.extensions["tarmaq"], "content", content)
    told = app.test_cli_runner().invoke(args=["content", "check", "--json"])
    assert told.exit_code == 0, told.output
    listed = json.loads(told.output)["unsourced"]
    assert [one["words"] for one in listed if one["file"].startswith("course/pretrial/aims/")] == [
        "Бұл жерде 13-бап айтылады, бірақ сілтеме жоқ."
    ]
    plain = app.test_cli_runner().invoke(args=["content", "check"]).output
    assert "no link: course/pretrial/aims/chapter.yaml: Бұл жерде 13-бап" in plain
