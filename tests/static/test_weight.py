"""The pages stay light and need no inline script or style."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
INLINE = re.compile(r"\sstyle=|<style|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)


def test_style_sheets_are_under_fifty_six_kilobytes() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "static/css").glob("*.css")) < 56_000


@pytest.mark.parametrize("path", sorted((ROOT / "static/js").glob("*.js")), ids=lambda path: path.name)
def test_a_script_says_what_it_does_and_is_short(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("// ")
    assert len(lines) < 150


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    assert not INLINE.search(path.read_text("utf-8"))
