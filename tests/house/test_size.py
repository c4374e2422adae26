"""Files and functions stay short, modules open with a sentence, and no file has a name that says nothing."""

import ast
import re
from pathlib import Path

from tests.house.floors import ROOT, files

LONGEST_FILE, LONGEST_FUNCTION = 300, 30
# A table written as code is longer than a function that does something; each is named with its reason.
LONG_FUNCTIONS: dict[str, str] = {}
EMPTY_NAMES = re.compile(r"(?i)(^|[_-])(utils?|helpers?|common|manager|misc)([_.-]|$)")
SOURCES = sorted([*files(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "static/js").glob("*.js")])


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_files_have_at_most_300_lines() -> None:
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}


def test_functions_are_short() -> None:
    long = []
    for path in files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                name = f"{shown(path)}:{node.name}"
                if length > LONGEST_FUNCTION and name not in LONG_FUNCTIONS:
                    long.append(f"{name}: {length} lines")
    assert not long, "\n".join(long)


def test_a_module_opens_with_a_sentence() -> None:
    told = {shown(p): ast.get_docstring(ast.parse(p.read_text("utf-8"))) or "" for p in SOURCES if p.suffix == ".py"}
    assert not [name for name, says in told.items() if not re.match(r"[A-Z`].*[.!?]", says.replace("\n", " "))]


def test_public_functions_and_classes_say_what_they_do() -> None:
    silent = []
    for path in files():
        if shown(path).startswith(("deploy/gunicorn", "bench/")):
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(f"{shown(path)}:{node.lineno} {node.name}")
    assert not silent, "\n".join(silent)


def test_no_file_is_named_for_nothing() -> None:
    tracked = [p for top in ("*.py", "*.html", "*.toml", "*.js", "*.css", "*.yaml") for p in ROOT.rglob(top)]
    ours = [p for p in tracked if not {".venv", "node_modules", "vendor"} & set(p.relative_to(ROOT).parts)]
    bad = [shown(p) for p in ours if EMPTY_NAMES.search(p.name) or EMPTY_NAMES.search(p.parent.name)]
    assert not bad, "\n".join(bad)
