"""Commands for the law: list what is held, put facts to a rule, report the register of norms, confirm a text."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import AppGroup

from database import now
from law import confirming, describing, register
from law.asking import Asked, ask, refusal_sentence, refused_days
from library.reading import ContentFaults, read_yaml
from rules import acts
from rules.moments import ALMATY
from rules.norms import norms
from rules.registry import Rule, UnknownRule, all_rules, find, ways_to_break
from rules.words import word
from web.trace import as_json

commands = AppGroup("law", help="The law as code: acts, rules, norms.")


def _print(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@commands.command("list")
@click.option("--json", "plain", is_flag=True, help="Everything as JSON, with the schema of the facts.")
def _list(plain: bool) -> None:
    """Acts with their editions; rules with their versions, norms and provisions."""
    if plain:
        _print({
            "acts": [describing.act(act) for act in acts.acts().values()],
            "rules": [describing.rule(rule, "kk") for rule in all_rules().values()],
        })  # fmt: skip
        return
    for act in acts.acts().values():
        click.echo(f"{act.id}  № {act.number}  {len(describing.provisions_of(act.id))} provisions")
        for edition in act.editions:
            click.echo(f"    {edition.key}  {_span(edition)}  {edition.read}, checked until {edition.checked_until}")
    for rule in all_rules().values():
        _list_rule(rule)


def _list_rule(rule: Rule) -> None:
    what = f"joins {', '.join(rule.joins)}" if rule.decision else f"on {rule.on}"
    click.echo(f"{rule.id}  ({rule.facts.NAME}, {rule.value}, {what})")  # type: ignore[attr-defined]
    for version in rule.versions:
        if version.edition:
            click.echo(f"    {version.edition}  {_span(acts.edition(version.edition))}")
    for name, held in (("norms", rule.norms), ("provisions", rule.provisions),
                       ("mutations", tuple(m.name for m in rule.mutations))):  # fmt: skip
        if held:
            click.echo(f"    {name}: {' '.join(held)}")


def _span(edition: acts.Edition) -> str:
    first, last = edition.first
    return f"from between {first} and {last}" if edition.span else f"from {first}"


def _refuse(status: int, *lines: str) -> None:
    for line in lines:
        click.echo(line, err=True)
    sys.exit(status)


def _facts(file: str) -> Mapping[str, object]:
    """A mapping from a JSON or YAML file, read strictly; `-` is the standard input."""
    shown = "standard input" if file == "-" else file
    try:
        data = _read_input(shown) if file == "-" else read_yaml(Path(file), shown)
    except ContentFaults as error:
        _refuse(2, *map(str, error.faults))
    except OSError as error:
        _refuse(2, f"{shown}: {error.strerror}")
    if not isinstance(data, dict):
        _refuse(2, f"{shown}: found {type(data).__name__}; meant is a mapping of facts")
    return data  # type: ignore[no-any-return]


def _read_input(shown: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "facts.yaml"
        kept.write_bytes(sys.stdin.buffer.read())
        return read_yaml(kept, shown)


@commands.command("eval")
@click.argument("rule_id", metavar="RULE")
@click.option("--facts", "file", required=True, metavar="FILE", help="JSON or YAML mapping of the facts; - reads them.")
@click.option("--mutation", default="", help="Break the rule so; of a joined rule as rule:mutation.")
def _eval(rule_id: str, file: str, mutation: str) -> None:
    """Put facts to a rule and print the finding as JSON. Ends with 2 for faults, 3 where no answer is held."""
    try:
        rule = find(rule_id)
    except UnknownRule:
        _refuse(2, f"{rule_id}: no such rule; `flask law list` names all")
    if mutation and mutation not in ways_to_break(rule_id):
        _refuse(2, f"{mutation}: no such mutation; meant is one of {', '.join(ways_to_break(rule_id)) or 'none'}")
    _show(rule, ask(rule, _facts(file), mutation))


def _show(rule: Rule, asked: Asked) -> None:
    if asked.finding:
        _print(as_json(asked.finding, asked.facts))
        return
    if asked.refusal:
        days = ", ".join(refused_days(asked.refusal, asked.facts)) or rule.id
        _refuse(3, f"{days}: {asked.refusal}", refusal_sentence(asked.refusal, "kk"))
    _refuse(2, *(f"{f.field}: {f.key}: found {f.given!r}; {word('en', 'faults', f.key)}" for f in asked.faults))


@commands.command("report")
@click.option("--json", "plain", is_flag=True, help="The same as JSON, with the ids of what is missing.")
def _report(plain: bool) -> None:
    """The register of norms by act and class: entries, covered by a rule, missing."""
    rows = register.rows(norms())
    if plain:
        _print([_row(row) for row in rows])
        return
    for row in rows:
        click.echo(f"{row.act:<24} {row.klass:<14} {row.entries:>4} entries {row.covered:>4} covered "
                   f"{len(row.missing):>4} missing")  # fmt: skip
        for id_ in row.missing:
            click.echo(f"    missing: {id_}")
    counted = sum(row.entries for row in rows), sum(row.covered for row in rows)
    click.echo(f"{counted[0]} entries, {counted[1]} covered, {counted[0] - counted[1]} missing")


def _row(row: register.Row) -> dict[str, Any]:
    return {
        "act": row.act, "class": row.klass, "entries": row.entries, "covered": row.covered, "missing": list(row.missing)
    }  # fmt: skip


@commands.command("confirm")
@click.argument("provision_id", metavar="PROVISION", default="")
@click.option("--edition", default="", metavar="E", help="The edition from which the compared wording stands.")
@click.option("--by", default="", metavar="NAME", help="Who compared it with the official page.")
@click.option("--on", "day", default="", metavar="DAY", help="The day of the comparison, YYYY-MM-DD.")
@click.option("--withdraw", is_flag=True, help="Take the confirmation back.")
@click.option("--list", "listed", is_flag=True, help="Name all confirmations of this site.")
def _confirm(provision_id: str, edition: str, by: str, day: str, withdraw: bool, listed: bool) -> None:
    """A person of the site compared a wording with the official page: its text counts as official from then on."""
    folder: Path = current_app.extensions["tarmaq"].instance
    try:
        if listed:
            _list_confirmed(folder)
            return
        if withdraw:
            confirming.withdraw(folder, provision_id, edition)
            click.echo(f"{provision_id}, edition {edition}: no longer confirmed")
            return
        made = confirming.confirm(folder, provision_id, edition, by, _day(day), now().astimezone(ALMATY).date())
    except confirming.ConfirmationFault as fault:
        _refuse(2, str(fault))
    click.echo(f"{made.provision}, edition {made.edition}: official, compared by {made.by} on {made.on}")
    click.echo(f"kept in {folder / confirming.FILE}; pages show it at once")


def _day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise confirming.ConfirmationFault(f"--on: found {told!r}; meant is a day as YYYY-MM-DD") from None


def _list_confirmed(folder: Path) -> None:
    for one in confirming.read(folder):
        note = "" if one.stands else "  (the wording has changed since: compare it again)"
        click.echo(f"{one.provision}  {one.edition}  {one.on}  {one.by}{note}")
