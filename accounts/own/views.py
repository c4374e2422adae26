"""Pages of a person's own: the account, its end, all that is stored, and a device that is released."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, current_app, flash, g, make_response, redirect, request, url_for
from flask import session as cookie
from flask_login import current_user, login_required

from accounts import forms, service
from accounts.checking import AccountFault
from accounts.views import COOKIE, blueprint, enter, forget_session, known_learner, show
from database import now
from web.db import session
from web.security import limiter


def _who_is_here() -> str:
    return str(current_user.get_id())


_own_tries = limiter.shared_limit("10 per minute", scope="accounts.own", key_func=_who_is_here, methods=["POST"])


def _own_page(status: int = 200, **typed: Any) -> Response:
    fresh = {
        "naming": forms.NewName(formdata=None, name=current_user.name), "securing": forms.NewPassword(formdata=None),
    }  # fmt: skip
    return show("own", status, **(fresh | typed))


@blueprint.get("")
@login_required
def own() -> Response:
    """One's own account."""
    return _own_page()


@blueprint.post("/name")
@login_required
def change_name() -> Response:
    """Another name."""
    form = forms.NewName()
    if form.validate_on_submit():
        try:
            service.change_name(session(), current_user.id, form.name.data)
            flash("name_changed")
            return redirect(url_for("accounts.own"), 303)
        except AccountFault as fault:
            forms.blame(form, fault)
    return _own_page(422, naming=form)


@blueprint.post("/password")
@login_required
@_own_tries
def change_password() -> Response:
    """Another password; other sign-ins end, this one goes on."""
    form = forms.NewPassword()
    if form.validate_on_submit():
        try:
            _check_own(form.current.data)
            service.change_password(session(), current_user.id, form.password.data)
            stay = cookie.permanent
            enter(current_user.id, mine=False, stay=stay)
            flash("password_changed")
            return redirect(url_for("accounts.own"), 303)
        except AccountFault as fault:
            forms.blame(form, fault)
    return _own_page(422, securing=form)


def _check_own(password: str) -> None:
    if not service.has_password(session(), current_user.id, password):
        raise AccountFault("current", "password_wrong")


@blueprint.route("/delete", methods=["GET", "POST"])
@login_required
@_own_tries
def delete() -> Response:
    """The end of the account, explained, by its password."""
    form = forms.Remove()
    if form.validate_on_submit():
        try:
            _check_own(form.current.data)
            service.remove(session(), current_user.id)
            forget_session()
            flash("deleted")
            return redirect(url_for("accounts.sign_in"), 303)
        except AccountFault as fault:
            forms.blame(form, fault)
    return show("delete", 422 if form.is_submitted() else 200, form=form)


def _all_kept() -> dict[str, Any]:
    account_id = current_user.id if current_user.is_authenticated else None
    learner_id = known_learner()
    kept = {"given_out_at": now().isoformat(), **service.kept_of(session(), account_id, learner_id)}
    for part in current_app.extensions["tarmaq.learner_parts"]:
        name = part.__name__.partition(".")[0]
        kept[name] = list(part.give_out(session(), learner_id)) if learner_id else []
    return kept


@blueprint.get("/mine")
def mine() -> Response:
    """What is stored on the person, with or without an account."""
    kept = _all_kept()
    numbers = {part.__name__.partition(".")[0] for part in current_app.extensions["tarmaq.learner_parts"]}
    return show("mine", kept=kept, rows=sum(len(kept[name]) for name in numbers))


@blueprint.get("/mine.json")
def download() -> Response:
    """All of it as a file."""
    response = make_response(json.dumps(_all_kept(), ensure_ascii=False, indent=2, default=str))
    response.mimetype = "application/json"
    response.headers["Content-Disposition"] = "attachment; filename=tarmaq.json"
    return response


@blueprint.post("/release")
def release() -> Response:
    """This browser is nobody any more: for a machine that others use too."""
    if token := request.cookies.get(COOKIE, ""):
        service.release_device(session(), token)
    forget_session()
    g.learner_token = ""
    flash("released")
    return redirect(url_for("accounts.mine"), 303)
