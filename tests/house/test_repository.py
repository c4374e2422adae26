"""The repository speaks of the product alone, and README names every folder that there is."""

import re
import subprocess

import pytest

from app import case_documents, course_documents, quiz_documents
from library import kinds, loading
from rules import acts, registry
from tests.house.floors import ROOT

for _kind in (*course_documents.KINDS, *quiz_documents.KINDS, *case_documents.KINDS):
    kinds.register(_kind)

# Spelled in pieces, so that this file does not find itself.
FOREIGN = {
    "a path of one machine": re.compile("/wo" + r"rk/(main|brief|shared)|/ho" + "me/[a-z]|/ro" + r"ot/|file:/" + "//"),
    "a host of a registry": re.compile("pypi" + r"\.org|registry\.npm" + r"js|pythonho" + r"sted|npmjs" + r"\.com"),
    "the number of a ticket": re.compile("(?i)\\biss" + "ue #|\\btick" + "et #"),
    "how it was written": re.compile(
        r"(?i)\b(chat" + r"gpt|clau" + r"de|copi" + r"lot|lang" + r"uage model|sub" + r"agent|the brie" + r"f)\b"
    ),
    "a secret": re.compile("BEGIN [A-Z ]*PRIVATE " + "KEY|AKIA[0-9A-Z]{16}|ghp_" + "[A-Za-z0-9]{30}"),
}
# Hashes of packages hold addresses by design of their own tools.
LOCKED = frozenset({"package-lock.json"})
TREE = re.compile(r"```[a-z]*\n(.*?)```", re.S)


def tracked() -> list[str]:
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if told.returncode:
        pytest.skip("not a clone: no list of files")
    return [name for name in told.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_holds(what: str) -> None:
    found = []
    for name in tracked():
        if name in LOCKED and what == "a host of a registry":
            continue
        raw = (ROOT / name).read_bytes()
        text = "" if b"\0" in raw[:1000] else raw.decode("utf-8", "replace")
        found += [f"{name}: {match.group()}" for match in FOREIGN[what].finditer(text)]
    assert not found, "\n".join(found)


def test_the_reader_of_foreign_words_finds_them() -> None:
    planted = "see /wo" + "rk/main and iss" + "ue #7 at pypi" + ".org"
    assert sum(bool(pattern.search(planted)) for pattern in FOREIGN.values()) == 3


def named_in_readme() -> set[str]:
    """First words of the lines of README's blocks of code that name a folder: `rules/`, `course/ cases/`."""
    blocks = "\n".join(TREE.findall((ROOT / "README.md").read_text("utf-8")))
    lines = [re.match(r"[│├└─\s|`]*((?:[\w.-]+/,?\s+)*[\w.-]+/)(?=\s|$)", line) for line in blocks.splitlines()]
    return {name.strip("/,") for line in lines if line for name in line.group(1).split()}


def folders() -> set[str]:
    return {name.partition("/")[0] for name in tracked() if "/" in name}


def test_readme_names_every_folder_that_exists() -> None:
    missing = {name for name in folders() if not name.startswith(".")} - named_in_readme()
    assert not missing


def test_every_folder_that_readme_names_exists() -> None:
    made_later = {"instance", "node_modules", ".venv"}
    assert not {name for name in named_in_readme() if not (ROOT / name).is_dir()} - made_later


def test_files_end_in_a_line_and_hold_no_tabs_or_signs_of_a_merge() -> None:
    bad = []
    for name in tracked():
        raw = (ROOT / name).read_bytes()
        if b"\0" in raw[:1000] or not raw or name.endswith((".po", ".svg", ".sql")):
            continue
        text = raw.decode("utf-8")
        if not text.endswith("\n") or "\r" in text or re.search("^(<{7}|>{7}|={7}) ", text, re.M):
            bad.append(name)
    assert not bad, "\n".join(bad)


def test_readme_counts_what_there_is() -> None:
    """Numbers typed by hand grow stale: each of README's is counted again."""
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    counts = loading.read_all(ROOT / "content").counts
    held = {
        "modules": counts["modules"], "pages": counts["pages"], "practice items": counts["items"],
        "terms": counts["terms"], "cases": counts["cases"], "rules": len(registry.all_rules()),
        "provisions": len(acts.provisions()), "acts": len(acts.acts()),
    }  # fmt: skip
    said = {name: re.search(rf"(\d+) {name}\b", text) for name in held}
    assert {name: int(found[1]) if found else None for name, found in said.items()} == held
