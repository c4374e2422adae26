"""Pages of people for administrators: the list, one person, a code for a forgotten password, a role."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, request, url_for
from flask import session as cookie
from flask_login import current_user

from accounts import forms, service
from accounts.checking import AccountFault
from accounts.views import blueprint, require, show
from web.db import session


def _page_number() -> int:
    asked = request.args.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1


@blueprint.get("/people")
@require("administrator")
def people() -> Response:
    """All accounts, the newest first."""
    sought = request.args.get("q", "")[:100]
    return show("people", sought=sought, people=service.people(session(), sought, _page_number()))


def _somebody(account_id: str) -> service.Person:
    # PostgreSQL takes no zero byte in a question
    return (service.person(session(), account_id) if account_id.isprintable() else None) or abort(404)


@blueprint.get("/people/<account_id>")
@require("administrator")
def somebody(account_id: str) -> Response:
    """One account: its role, and a code where the password is forgotten; the code is shown once."""
    person = _somebody(account_id)
    made = cookie.pop("reset_code", None)
    code = made["code"] if made and made["for"] == account_id else ""
    return _person_page(person, forms.NewRole(formdata=None, role=person.role), code)


def _person_page(person: service.Person, form: forms.NewRole, code: str = "", status: int = 200) -> Response:
    options = [{"value": role, "text": words} for role, words in forms.ROLES.items()]
    return show("somebody", status, person=person, form=form, code=code, options=options)


@blueprint.post("/people/<account_id>/code")
@require("administrator")
def make_code(account_id: str) -> Response:
    """A one-time code for a forgotten password."""
    code = service.reset_code(session(), _somebody(account_id).login)
    cookie["reset_code"] = {"for": account_id, "code": code}
    return redirect(url_for("accounts.somebody", account_id=account_id), 303)


@blueprint.post("/people/<account_id>/role")
@require("administrator")
def change_role(account_id: str) -> Response:
    """Another role."""
    person, form = _somebody(account_id), forms.NewRole()
    if form.validate_on_submit():
        try:
            service.change_role(session(), account_id, form.role.data, by=current_user.id)
            flash("role_changed")
            return redirect(url_for("accounts.somebody", account_id=account_id), 303)
        except AccountFault as fault:
            forms.blame(form, fault)
    return _person_page(person, form, status=422)
