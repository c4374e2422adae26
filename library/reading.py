"""Strict reading of content files: faults with file, place, what was found and what was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from kazakh.letters import mixed

LARGEST = 2_000_000


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with content: `file`, `place` inside it (path or line), and what is meant."""

    file: str
    place: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.says}"


class ContentFaults(Exception):
    """All faults of a reading, never only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class _Strict(yaml.CSafeLoader):
    """YAML with words, whole numbers, true and false only: `no`, `on`, 12:30 and days stay words."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}


# What is not a word: tag, pattern, and the signs it may begin with.
IMPLICIT = (
    ("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")),
    ("tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789")),
    ("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""]),
)
for _tag, _pattern, _first in IMPLICIT:
    _Strict.add_implicit_resolver(_tag, _pattern, _first)


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            key = str(key_node.value)
        if key in result:
            line = key_node.start_mark.line + 1
            raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands twice", key_node.start_mark) from (
                KeyError(f"{line}")
            )
        result[key] = loader.construct_object(value_node, deep=True)
    return result


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_text(path: Path, shown: str) -> str:
    """The text of a file; a fault where it is not UTF-8, too large or holds signs that are never meant."""
    raw = path.read_bytes()
    if len(raw) > LARGEST:
        raise ContentFaults([Fault(shown, "file", f"{len(raw)} bytes; at most {LARGEST} are read")])
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ContentFaults([Fault(shown, f"line {line}", "is not UTF-8")]) from None
    if text.startswith("\ufeff") or "\x00" in text or "\ufffd" in text:
        raise ContentFaults([Fault(shown, "file", "holds a byte-order mark, a zero or a replacement sign")])
    return text


def read_yaml(path: Path, shown: str) -> Any:
    """Plain data of a YAML file, strictly read."""
    try:
        return yaml.load(read_text(path, shown), Loader=_Strict)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else "file"
        raise ContentFaults([Fault(shown, place, str(getattr(error, "problem", error)))]) from None


def faults_of(error: ValidationError, shown: str) -> list[Fault]:
    """Every fault of a document's form, with its place."""
    return [
        Fault(shown, ".".join(str(part) for part in fault["loc"]) or "file", f"{fault['msg']}; found {_short(fault)}")
        for fault in error.errors(include_url=False)
    ]


def _short(fault: Mapping[str, Any]) -> str:
    text = repr(fault.get("input"))
    return text if len(text) < 80 else text[:77] + "..."


def mixed_words(value: Any, shown: str, place: str = "") -> list[Fault]:
    """Words of mixed alphabets anywhere in the text of a document."""
    if isinstance(value, str):
        return [
            Fault(shown, place or "text", f"{found.word!r} mixes alphabets; meant is {found.suggestion!r}")
            for found in mixed(_without_links(value))
        ]
    if isinstance(value, Mapping):
        return [f for key, part in value.items() for f in mixed_words(part, shown, f"{place}.{key}".lstrip("."))]
    if isinstance(value, list | tuple):
        return [f for number, part in enumerate(value) for f in mixed_words(part, shown, f"{place}[{number}]")]
    return []


def _without_links(text: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", text)
