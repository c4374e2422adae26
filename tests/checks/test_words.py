"""Words of verdicts: the same keys in three languages, and every key that judging uses."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from tests.house.floors import ROOT

LANGUAGES = ("kk", "ru", "en")


def words(lang: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((ROOT / f"checks/words/{lang}.toml").read_text("utf-8"))


def keys(lang: str) -> set[tuple[str, str]]:
    return {(table, key) for table, entries in words(lang).items() for key in entries}


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_the_languages_have_the_same_keys(lang: str) -> None:
    assert keys(lang) == keys("kk")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_a_sentence_and_no_shout(lang: str) -> None:
    for table, entries in words(lang).items():
        for key, text in entries.items():
            assert text.strip() == text and text and "!" not in text, (table, key)
            if table in ("says", "faults"):
                assert text[-1] in ".?", (table, key)


def used() -> dict[str, set[str]]:
    """Keys in the code of checks/, by the form they have: what is said, parts, faults."""
    found: dict[str, set[str]] = {"says": set(), "parts": set(), "faults": set()}
    for path in (ROOT / "checks").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if re.fullmatch(r"part-[a-z]+", node.value):
                    found["parts"].add(node.value)
                elif re.fullmatch(r"(answer|order)_[a-z_]+|[a-z]+_empty", node.value):
                    found["faults"].add(node.value)
                elif re.fullmatch(r"[a-z]+-(right|wrong|partly|stored|undecidable)(-[a-z-]+)?", node.value):
                    found["says"].add(node.value)
    return found


@pytest.mark.parametrize("table", ["says", "parts", "faults"])
def test_every_key_that_the_code_uses_has_words(table: str) -> None:
    assert len(used()[table]) > 3
    assert used()[table] <= words("kk")[table].keys()


def test_no_words_are_left_over() -> None:
    assert words("kk")["says"].keys() <= used()["says"]
    assert words("kk")["parts"].keys() <= used()["parts"]
