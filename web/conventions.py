"""Numbered conventions in the reader's language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rules


@cache
def conventions() -> Mapping[str, Any]:
    """All conventions by number."""
    return tomllib.loads((Path(rules.__path__[0]) / "conventions.toml").read_text("utf-8"))


def convention(number: str, lang: str) -> str:
    """The question and the reading that is taken."""
    found = conventions()[number]
    return f"{number}. {found['question'][lang]} {found['taken'][lang]}"
