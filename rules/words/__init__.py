"""The words of the law: sentences of traces, names of facts, choices, rules and mutations, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("kk", "ru", "en")
_HERE = Path(__file__).parent


@cache
def words(lang: str) -> Mapping[str, Any]:
    """All words of one language: every `*.toml` of its folder laid together; a key that stands twice is refused."""
    found: dict[str, Any] = {}
    for file in sorted((_HERE / lang).glob("*.toml")):
        _lay(found, tomllib.loads(file.read_text("utf-8")), file.name)
    return found


def _lay(into: dict[str, Any], more: Mapping[str, Any], file: str) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key, {}), dict):
            _lay(into.setdefault(key, {}), value, file)
        elif key in into:
            raise ValueError(f"{file}: {key!r} stands twice")
        else:
            into[key] = value


def word(lang: str, *path: str) -> str:
    """The words at the path (`sentences`, `minor`, `yes`); Kazakh where the language has none, else `KeyError`."""
    return spoken(lang, *path)[0]


def spoken(lang: str, *path: str) -> tuple[str, str]:
    """The words at the path and their language: the reader's, else Kazakh; `KeyError` where there are none."""
    for language in dict.fromkeys((lang, "kk")):
        node: Any = words(language)
        for key in path:
            node = node.get(key) if isinstance(node, dict) else None
        if isinstance(node, str):
            return node, language
    raise KeyError("/".join(path))
