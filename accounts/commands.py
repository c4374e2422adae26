"""Commands for accounts: create one, make a reset code, make or remove demonstration people."""

from __future__ import annotations

import sys

import click
from flask import current_app
from flask.cli import AppGroup

from accounts import service
from accounts.checking import AccountFault, made_password
from accounts.models import ROLES
from web.db import session

commands = AppGroup("accounts", help="People: accounts, codes for forgotten passwords, demonstration people.")
DEMO = (("student", "Үлгі студент", "learner"), ("instructor", "Үлгі оқытушы", "instructor"))
MEANT = {
    "login_form": "a login has 3 to 60 characters and no spaces", "login_taken": "this login is taken",
    "login_unknown": "there is no such login", "name_form": "a name has 1 to 100 characters and a letter",
    "password_length": "a password has 10 to 200 characters",
    "password_simple": "this password is the login itself or a few repeated characters",
}  # fmt: skip


def _refused(fault: AccountFault) -> click.ClickException:
    return click.ClickException(f"{fault.field}: {MEANT.get(fault.key, fault.key)}")


@commands.command("create")
@click.argument("login")
@click.option("--name", required=True, help="Shown to the person, in any alphabet.")
@click.option("--role", type=click.Choice(ROLES), default="learner", show_default=True)
@click.option("--password-stdin", is_flag=True, help="Read the password from the first line of standard input.")
def _create(login: str, name: str, role: str, password_stdin: bool) -> None:
    """Make an account; without --password-stdin its password is made up and printed once."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else made_password()
    try:
        service.make(session(), login, name, password, role)
    except AccountFault as fault:
        raise _refused(fault) from None
    click.echo(f"account {login} ({role})" + ("" if password_stdin else f", password: {password}"))


@commands.command("reset-code")
@click.argument("login")
def _reset_code(login: str) -> None:
    """Print a one-time code, good for 24 hours, by which the person sets a new password."""
    try:
        click.echo(service.reset_code(session(), login))
    except AccountFault as fault:
        raise _refused(fault) from None


@commands.command("demo")
@click.option("--remove", is_flag=True, help="Delete the demonstration people instead.")
def _demo(remove: bool) -> None:
    """Make demonstration people, once, in a database without any account; print their passwords once."""
    if remove:
        gone = service.demo_people(session())
        for account_id in gone:
            service.remove(session(), account_id)
        click.echo(f"{len(gone)} demonstration people deleted")
        return
    settings = current_app.extensions["tarmaq"]
    if not settings.demo:
        raise click.ClickException("demonstration people are made only where TARMAQ_DEMO is 1")
    if not settings.loopback:
        raise SystemExit(f"TARMAQ_DEMO is 1, but TARMAQ_BIND is {settings.host!r}; meant is 127.0.0.1")
    if service.anybody(session()):
        click.echo("demonstration people: none made, there are accounts already")
        return
    click.echo("demonstration people, on this machine only; the passwords are not shown again:")
    for login, name, role in DEMO:
        password = made_password()
        service.make(session(), login, name, password, role, demo=True)
        click.echo(f"  {login:<12}{password}")
