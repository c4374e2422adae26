"""Commands for content: check, load, export, fmt, prove."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from library import canonical, exporting, loading
from library.kinds import kinds
from library.reading import ContentFaults, Fault
from rules import acts
from web.db import session

commands = AppGroup("content", help="The words: modules, cases, quizzes, glossary.")


def _root() -> Path:
    folder: Path = current_app.extensions["tarmaq"].content
    return folder


def _refuse(faults: Iterable[Fault]) -> None:
    found = list(faults)
    for fault in found:
        click.echo(str(fault), err=True)
    click.echo(f"{len(found)} faults; nothing was changed", err=True)
    sys.exit(1)


@commands.command("check")
@click.option("--json", "as_json", is_flag=True, help="Counts and faults as JSON.")
def _check(as_json: bool) -> None:
    """Read and prove everything; change nothing."""
    report = loading.read_all(_root())
    counts = {"modules": 0, "pages": 0, "words": 0, "cases": 0, "tasks": 0, "twins": 0, "variants": 0, "items": 0,
              "terms": 0, "links": 0, **dict(sorted(report.counts.items()))}  # fmt: skip
    drafts = sorted(p.id for p in acts.provisions().values() if p.draft)
    claims = list(_unsourced(report.loaded))
    if as_json:
        faults = [{"file": f.file, "place": f.place, "says": f.says} for f in report.faults]
        click.echo(json.dumps(
            {"counts": counts, "faults": faults, "drafts": drafts, "unsourced": claims}, ensure_ascii=False, indent=2
        ))  # fmt: skip
        sys.exit(bool(faults))
    for name, number in counts.items():
        click.echo(f"{number:>7} {name}")
    click.echo(f"{len(drafts):>7} provisions shown as draft")
    for claim in claims:
        click.echo(f"no link: {claim['file']}: {claim['words']}")
    if report.faults:
        _refuse(report.faults)


def _unsourced(loaded: Iterable[loading.Loaded]) -> Iterator[dict[str, str]]:
    """Paragraphs that name a number or a provision and carry no link, with file and first words."""
    for one in loaded:
        if one.kind.unsourced:
            yield from ({"file": one.shown, "words": words} for words in one.kind.unsourced(one.document))


@commands.command("load")
def _load() -> None:
    """Add revisions of what changed; refuse the whole if anything is wrong."""
    try:
        changed = loading.load(session(), _root())
    except ContentFaults as error:
        _refuse(error.faults)
        return
    click.echo("content: " + ", ".join(f"{number} {what}" for what, number in sorted(changed.items())))


@commands.command("export")
@click.argument("target", type=click.Path(path_type=Path))
def _export(target: Path) -> None:
    """Write the current revisions as files, in their canonical form, into an empty folder."""
    if target.exists() and any(target.iterdir()):
        raise click.ClickException(f"{target} is not empty")
    written = exporting.export(session(), target)
    click.echo(f"{written} files written to {target}")


@commands.command("fmt")
@click.option("--check", "only_check", is_flag=True, help="Name files that differ; change nothing.")
def _fmt(only_check: bool) -> None:
    """Bring every YAML file to the canonical form."""
    differ = [path for path in sorted(_root().rglob("*.yaml")) if canonical.differs(path)]
    for path in differ:
        click.echo(path.relative_to(_root()).as_posix())
        if not only_check:
            fresh = path.with_suffix(".yaml.new")
            fresh.write_text(canonical.form(path.read_text("utf-8")), "utf-8")
            shutil.move(fresh, path)
    if only_check and differ:
        sys.exit(1)


@commands.command("prove")
@click.option("--seeds", default=10_000, show_default=True)
def _prove(seeds: int) -> None:
    """Prove every document again, with many seeds."""
    report = loading.read_all(_root())
    faults = list(report.faults)
    for one in report.loaded:
        deeper = kinds()[one.kind.name].prove_with
        if deeper:
            faults += [Fault(one.shown, place, says) for place, says in deeper(one.document, seeds)]
    if faults:
        _refuse(faults)
    click.echo(f"{len(report.loaded)} documents proved with {seeds} seeds")
