"""The one canonical form of our YAML: the data alone decide it, comments stay, so that an export is identical."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString, PlainScalarString

from library.reading import IMPLICIT

WIDTH = 110


class _Resolver(VersionedResolver):
    """What strict reading resolves, and no more: `no`, 12:30 and days are words and need no quotes."""

    @property
    def versioned_resolver(self) -> Any:
        table: dict[str | None, list[Any]] = {}
        for tag, pattern, first in IMPLICIT:
            for sign in first:
                table.setdefault(sign, []).append((tag, pattern))
        return table


def _yaml() -> YAML:
    made = YAML()
    made.Resolver = _Resolver
    made.indent(mapping=2, sequence=4, offset=2)
    made.width = WIDTH
    made.allow_unicode = True
    return made


def form(text: str) -> str:
    """The text of a YAML file in canonical form; comments keep their places."""
    yaml = _yaml()
    return _dumped(yaml, _laid_out(yaml.load(text)))


def differs(path: Path) -> bool:
    """Whether the file is not in canonical form."""
    text = path.read_text("utf-8")
    return form(text) != text


def written(data: Any) -> str:
    """Plain data as canonical YAML."""
    return _dumped(_yaml(), _laid_out(data))


def _dumped(yaml: YAML, data: Any) -> str:
    out = io.StringIO()
    yaml.dump(data, out)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _laid_out(value: Any) -> Any:
    """Every mapping and list as a block, texts of several lines as blocks, other texts without needless quotes."""
    if isinstance(value, Mapping):
        made: Any = value if isinstance(value, CommentedMap) else CommentedMap(value)
        return _block(made, list(made))
    if isinstance(value, list | tuple):
        made = value if isinstance(value, CommentedSeq) else CommentedSeq(value)
        return _block(made, range(len(made)))
    if isinstance(value, str):
        return _text(value)
    return value


def _block(made: Any, places: Any) -> Any:
    for place in places:
        made[place] = _laid_out(made[place])
    made.fa.set_block_style()
    return made


def _text(value: str) -> Any:
    if "\n" not in value:
        return PlainScalarString(value)
    made: Any = LiteralScalarString(value)
    if comment := getattr(value, "comment", None):
        # a comment below a block of text hangs on the text
        made.comment = comment
    return made
