"""The one canonical form of our YAML: comments and order stay, layout is fixed, so an export is identical."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

WIDTH = 110


def _yaml() -> YAML:
    made = YAML()
    made.indent(mapping=2, sequence=4, offset=2)
    made.width = WIDTH
    made.allow_unicode = True
    made.preserve_quotes = True
    return made


def form(text: str) -> str:
    """The text of a YAML file in canonical form."""
    yaml = _yaml()
    out = io.StringIO()
    yaml.dump(yaml.load(text), out)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def differs(path: Path) -> bool:
    """Whether the file is not in canonical form."""
    text = path.read_text("utf-8")
    return form(text) != text


def written(data: Any) -> str:
    """Plain data as canonical YAML; texts of several lines as blocks."""
    yaml = _yaml()
    out = io.StringIO()
    yaml.dump(_blocks(data), out)
    return form(out.getvalue())


def _blocks(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _blocks(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_blocks(value) for value in data]
    if isinstance(data, str) and "\n" in data:
        return LiteralScalarString(data)
    return data
