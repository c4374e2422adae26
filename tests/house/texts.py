"""Our own Kazakh texts with the place of each: content, words of rules and checks, acts, templates, code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_dir

from library.markdown import plain_text
from library.reading import read_yaml
from tests.house.floors import ROOT

Text = tuple[str, str]
# Bibliography, other languages, forms that are listed in order to be avoided, and names of things for machines.
NOT_OURS = frozenset({"ru", "en", "sources", "follows", "avoid"})
NOT_WORDS = frozenset(
    """id kind rule mutation objective objectives reread source value fact facts turns changes provisions reasons
    accepts passes fails bodies provision event audience module link kind_of_probation default_act among days pages
    order state day checked_until""".split()
)
KEYWORDS: dict[str, Any] = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
SKIPPED = frozenset({".venv", "node_modules", "tests", "migrations", "static", "translations", "bench", "instance"})


def strings(value: Any, place: str = "") -> Iterator[Text]:
    """Every text for people below the value, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in NOT_OURS | NOT_WORDS:
                yield from strings(part, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from strings(part, f"{place}[{number}]")


def of_content() -> Iterator[Text]:
    """Every text of content/, links and signs of Markdown taken off."""
    root = ROOT / "content"
    for path in sorted(root.rglob("*.yaml")):
        shown = path.relative_to(ROOT).as_posix()
        held = read_yaml(path, shown)
        if path.name == "chapter.yaml":
            held.pop("also", None)  # what students type, in three languages; never shown
        yield from ((f"{shown}: {place}", plain_text(text)) for place, text in strings(held))
    for path in sorted(root.rglob("kk.md")):
        yield path.relative_to(ROOT).as_posix(), plain_text(path.read_text("utf-8"))


def of_tables() -> Iterator[Text]:
    """Kazakh words of rules, checks, acts, provisions and conventions, slots taken out."""
    whole = [*sorted((ROOT / "rules/words/kk").glob("*.toml")), ROOT / "checks/words/kk.toml"]
    for path in whole:
        for place, text in _all(tomllib.loads(path.read_text("utf-8"))):
            yield f"{path.relative_to(ROOT).as_posix()}: {place}", without_slots(text)
    held = sorted((ROOT / "rules/held").rglob("*.toml"))
    for path in [*held, ROOT / "rules/conventions.toml"]:
        for place, text in _kazakh(tomllib.loads(path.read_text("utf-8"))):
            yield f"{path.relative_to(ROOT).as_posix()}: {place}", text


def without_slots(text: str) -> str:
    """The sentence with `{age:жаста}` and endings glued to a slot taken out."""
    return re.sub(r"\{[^}]*\}(-\w+)?", " ", text)


def _all(value: Any, place: str = "") -> Iterator[Text]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _all(part, f"{place}.{key}".lstrip("."))


def _kazakh(value: Any, place: str = "") -> Iterator[Text]:
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _kazakh(part, f"{place}[{number}]")
    elif isinstance(value, Mapping):
        if isinstance(value.get("kk"), str):
            yield place, value["kk"]
        for key, part in value.items():
            if not isinstance(part, str):
                yield from _kazakh(part, f"{place}.{key}".lstrip("."))


@cache
def messages() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(place, forms) of every message that templates and code mark for translation."""
    found = extract_from_dir(
        ROOT, METHODS, OPTIONS, keywords=KEYWORDS, directory_filter=lambda path: Path(path).name not in SKIPPED
    )
    return tuple((f"{name}:{line}", _forms(message)) for name, line, message, _, _ in found)


def _forms(message: Any) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def of_interface() -> Iterator[Text]:
    """Every message of the interface."""
    for place, forms in messages():
        yield from ((place, re.sub(r"%\(\w+\)[sd]|\{\w+\}|<[^>]+>", " ", form)) for form in forms)


def of_documents() -> Iterator[Text]:
    """Kazakh texts of docs/ that the site shows."""
    for path in sorted((ROOT / "docs").glob("scoring.md")):
        yield path.relative_to(ROOT).as_posix(), plain_text(path.read_text("utf-8"))


def ours() -> Iterator[Text]:
    """All of it."""
    for part in (of_content, of_tables, of_interface, of_documents):
        yield from part()


def literals(path: Path) -> Iterator[Text]:
    """Texts written in a Python file, its docstrings apart."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", node.value
