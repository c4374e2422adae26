"""Strict reading: words stay words, and every fault is named with its file and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from library.reading import ContentFaults, read_text, read_yaml

STAYS = {
    "on": "on", "off": "off", "yes": "yes", "no": "no", "y": "y", "True": "True", "NO": "NO", "12:30": "12:30",
    "2025-11-21": "2025-11-21", "2025-11-21 09:30": "2025-11-21 09:30", "1.5": "1.5", "1e3": "1e3", "0o17": "0o17",
    "017": "017", "0x1F": "0x1F", "1_000": "1_000", ".inf": ".inf", "=": "=", "+7": "+7", "-0": "-0", "Null": "Null",
}  # fmt: skip
TURNS = {"true": True, "false": False, "0": 0, "12": 12, "-3": -3, "null": None, "~": None, "''": "", "": None}


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def fault(folder: Path, text: str | bytes) -> tuple[str, str, str]:
    with pytest.raises(ContentFaults) as caught:
        read_yaml(written(folder, text), "shown.yaml")
    (one,) = caught.value.faults
    return one.file, one.place, one.says


@pytest.mark.parametrize("word", STAYS)
def test_a_word_stays_a_word(word: str, tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, f"value: {word}"), "x") == {"value": STAYS[word]}


@pytest.mark.parametrize("word", STAYS)
def test_a_key_stays_a_word(word: str, tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, f"? {word}\n: 1"), "x") == {STAYS[word]: 1}


@pytest.mark.parametrize("word", TURNS)
def test_only_whole_numbers_truths_and_nothing_are_more_than_words(word: str, tmp_path: Path) -> None:
    found = read_yaml(written(tmp_path, f"value: {word}"), "x")["value"]
    assert found == TURNS[word] and type(found) is type(TURNS[word])


def test_a_key_that_is_a_number_or_a_truth_stays_a_word(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, "true: a\n1: b"), "x") == {"true": "a", "1": "b"}


def test_a_doubled_key_is_named_with_its_line(tmp_path: Path) -> None:
    assert fault(tmp_path, "id: a\ntitle: b\nid: c") == ("shown.yaml", "line 3", "'id' stands twice")


def test_a_doubled_key_deep_inside_is_named_too(tmp_path: Path) -> None:
    _, place, says = fault(tmp_path, "a:\n  - b:\n      c: 1\n      c: 2")
    assert (place, says) == ("line 4", "'c' stands twice")


@pytest.mark.parametrize("text", ["a: [1, 2", "a: b: c", "\ta: 1", "a: 'open", "- a\nb: 1", "a: *nobody"])
def test_broken_yaml_is_named_with_a_line(text: str, tmp_path: Path) -> None:
    file, place, says = fault(tmp_path, text)
    assert file == "shown.yaml" and place.startswith("line ") and says


@pytest.mark.parametrize("text", ["a: !!python/object/apply:os.system ['true']", "a: !secret x"])
def test_a_tag_that_would_make_more_than_plain_data_is_refused(text: str, tmp_path: Path) -> None:
    assert fault(tmp_path, text)[1].startswith("line ")


@pytest.mark.parametrize(
    ("raw", "place", "says"),
    [
        (b"a: 1\nb: \xff\xfe", "line 2", "is not UTF-8"),
        ("a: әлем".encode("cp1251", "replace") + b"\xe9", "line 1", "is not UTF-8"),
        ("\ufeffa: 1".encode(), "file", "byte-order mark"),
        (b"a: x\x00y", "file", "zero"),
        ("a: \ufffd".encode(), "file", "replacement"),
        (b"a: " + b"x" * 2_000_001, "file", "2000004 bytes"),
    ],
)
def test_a_file_that_is_not_text_is_refused(raw: bytes, place: str, says: str, tmp_path: Path) -> None:
    found = fault(tmp_path, raw)
    assert found[1] == place and says in found[2]


def test_endless_aliases_are_not_unfolded(tmp_path: Path) -> None:
    """Nine levels of ten aliases are a thousand million words if somebody writes them out."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    read = read_yaml(written(tmp_path, "\n".join(lines)), "x")
    assert len(read["a8"]) == 10


def test_markdown_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "kk.md"
    path.write_text("## Тақырып\n\nСөйлем – 12:30.\n", "utf-8")
    assert read_text(path, "kk.md") == "## Тақырып\n\nСөйлем – 12:30.\n"
