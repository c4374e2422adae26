"""The table of floors, and a reader of syntax trees that names every import against it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Inside the second floor library carries web and web carries accounts.
FLOORS = {
    "rules": 0, "kazakh": 0, "database": 1, "checks": 1, "library": 2, "web": 2.3, "accounts": 2.6, "attempts": 3,
    "course": 4, "cases": 4, "quizzes": 4, "assessments": 4, "law": 4, "desk": 5, "app": 6, "deploy": 7, "bench": 7,
    "migrations": 7, "tests": 8,
}  # fmt: skip
PLAIN = frozenset({"rules", "kazakh"})
FRAMEWORK = ("flask", "flask_", "werkzeug", "jinja2", "wtforms", "markupsafe", "click")
# What may know Flask: `web/`, `app.py`, and these files of a package. `commands.py` holds a package's lines for the
# command line (Flask's AppGroup), as `views.py` holds its pages. Tools outside the site are free.
FRAMEWORK_FILES = frozenset({"views.py", "forms.py", "commands.py"})
COMMITTING = frozenset({"database.py", "library/loading.py"})


def files() -> list[Path]:
    """Every Python file of the site and its tools, tests apart."""
    packages = [ROOT / name for name in FLOORS if (ROOT / name).is_dir() and name not in ("tests", "migrations")]
    found = [path for package in packages for path in package.rglob("*.py")]
    return sorted([ROOT / "app.py", ROOT / "database.py", *found])


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, wherever in the file it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def faults(source: str, place: str) -> Iterator[str]:
    """What the file at `place` (a path from the root, with slashes) does against the table of floors."""
    tree = ast.parse(source)
    own = place.partition("/")[0].removesuffix(".py")
    if own not in FLOORS:
        yield f"{place}: {own} stands on no floor"
        return
    for line, name in imported(tree):
        if says := _against(own, place, name):
            yield f"{place}:{line}: {says}"
    yield from _of_the_database(tree, place, own)


def _against(own: str, place: str, name: str) -> str:
    top = name.partition(".")[0]
    if name.startswith("."):
        return "relative import"
    if top in FLOORS and top != own and FLOORS[top] >= FLOORS[own]:
        return f"{own} (floor {FLOORS[own]:g}) imports {name} (floor {FLOORS[top]:g})"
    if own in PLAIN and top != own and top not in sys.stdlib_module_names:
        return f"{own} uses the standard library alone, not {name}"
    if top.startswith(FRAMEWORK) and not _may_know_flask(own, place):
        return f"{name} belongs in web/, app.py, views.py, forms.py or commands.py"
    return ""


def _may_know_flask(own: str, place: str) -> bool:
    return own in ("web", "app") or FLOORS[own] >= 7 or place.rpartition("/")[2] in FRAMEWORK_FILES


def _of_the_database(tree: ast.AST, place: str, own: str) -> Iterator[str]:
    may_commit = place in COMMITTING or place.endswith("/service.py") or FLOORS[own] >= 7
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute | ast.alias) and _name(node) == "relationship":
            yield f"{place}:{node.lineno}: relationship across tables"
        if isinstance(node, ast.Call) and _name(node.func) == "commit" and not may_commit:
            yield f"{place}:{node.lineno}: only services commit"
        if isinstance(node, ast.Call) and _name(node.func) == "create_all" and own != "bench":
            yield f"{place}:{node.lineno}: tables are made by migrations"


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.alias):
        return node.name
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
