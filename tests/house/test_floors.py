"""Imports go down, Flask stays where it may be known, services alone commit; the reader itself is shown to fail."""

import subprocess
import sys

import pytest

from tests.house.floors import FLOORS, ROOT, faults, files

BAD = {
    "upwards": ("rules/planted.py", "from checks.verdict import Verdict"),
    "hidden in a function": ("library/planted.py", "def late():\n    import cases.views"),
    "one feature of another": ("cases/planted.py", "from quizzes.content import Quiz"),
    "web of accounts": ("web/planted.py", "from accounts.views import known_learner"),
    "a library in rules": ("rules/planted.py", "import yaml"),
    "a library in kazakh": ("kazakh/planted.py", "from pydantic import BaseModel"),
    "kazakh in rules": ("rules/planted.py", "from kazakh.letters import clean"),
    "flask in a service": ("attempts/service.py", "from flask import request"),
    "markup in content": ("course/content.py", "from markupsafe import Markup"),
    "an extension in models": ("accounts/models.py", "import flask_sqlalchemy"),
    "a relative import": ("cases/planted.py", "from . import content"),
    "a commit in a view": ("cases/views.py", "def save(session):\n    session.commit()"),
    "a relationship": ("accounts/models.py", "from sqlalchemy.orm import relationship"),
    "tables without migration": ("web/planted.py", "def make(db):\n    db.create_all()"),
    "a package without a floor": ("cellar/planted.py", "import os"),
}
GOOD = {
    "down": ("cases/planted.py", "from checks.judging import key\nfrom library.service import get"),
    "flask in views": ("law/api/views.py", "from flask import Blueprint"),
    "lines for the command line": ("law/commands.py", "import click\nfrom flask.cli import AppGroup"),
    "a commit in a service": ("attempts/service.py", "def end(session):\n    session.commit()"),
}


def test_every_import_goes_to_a_lower_floor() -> None:
    found = [fault for path in files() for fault in faults(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", BAD)
def test_the_reader_refuses(name: str) -> None:
    place, source = BAD[name]
    assert list(faults(source, place))


@pytest.mark.parametrize("name", GOOD)
def test_the_reader_lets_pass(name: str) -> None:
    place, source = GOOD[name]
    assert not list(faults(source, place))


def test_every_package_of_the_repository_stands_on_a_floor() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {path.stem for path in ROOT.glob("*.py")}
    assert packages <= FLOORS.keys()


def test_models_and_services_load_no_flask() -> None:
    names = [p.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for p in files()]
    wanted = [name for name in names if name.rpartition(".")[2] in ("models", "service", "content", "loading")]
    assert len(wanted) >= 9
    program = f"import sys, {', '.join(wanted)}\nprint([n for n in sys.modules if n.startswith('flask')])"
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
