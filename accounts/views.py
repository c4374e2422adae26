"""Who is here: the learner and the account of a request, signing up, in and out, a forgotten password.

For other packages: `known_learner`, `ensure_learner`, `reader_role`, `require`. What they keep for a learner enters by
`app.extensions["tarmaq.learner_parts"]`: modules with `move(session, from, to)` and `give_out(session, learner_id)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec
from urllib.parse import urlsplit

from flask import (  # one import for each line of the house
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask import session as cookie
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from accounts import forms, learners, service
from accounts.checking import AccountFault, folded
from web.db import db, session
from web.security import limiter

COOKIE, COOKIE_LASTS = "tarmaq_learner", 2 * 365 * 24 * 3600
P = ParamSpec("P")
blueprint = Blueprint("accounts", __name__, url_prefix="/account")


class SignedIn(UserMixin):
    """The person of this request, as `current_user`."""

    def __init__(self, person: service.Person) -> None:
        self.person = person
        self.id, self.name, self.login, self.role = person.account_id, person.name, person.login, person.role

    def get_id(self) -> str:
        """Account and epoch: a new password makes every earlier sign-in worthless."""
        return f"{self.person.epoch}.{self.id}"


def init(app: Flask) -> None:
    """Sign-in for the application, the learner's cookie, and no demonstration people in public."""
    manager = LoginManager(app)
    manager.session_protection = "basic"
    manager.user_loader(_signed_in)
    manager.unauthorized_handler(_unauthorized)
    app.extensions.setdefault("tarmaq.learner_parts", [])
    app.after_request(_remember)
    refuse_demo(app)


def refuse_demo(app: Flask) -> None:
    """Ends the start where demonstration people exist and the site listens on more than this machine."""
    settings = app.extensions["tarmaq"]
    if settings.loopback:
        return
    with app.app_context():
        file = db.engine.url.database if db.engine.dialect.name == "sqlite" else None
        if file and not Path(file).exists():
            return
        try:
            found = service.demo_people(session())
        except SQLAlchemyError:
            # no tables yet, or no database: such people cannot sign in either, see `_hidden`
            found = []
        finally:
            db.session.remove()
    if found:
        raise SystemExit(
            f"TARMAQ_BIND: found {settings.host!r}, but the database holds {len(found)} demonstration people. Bind to "
            "127.0.0.1, or delete them first: TARMAQ_BIND=127.0.0.1:5000 flask --app app accounts demo --remove"
        )


def _hidden(demo: bool) -> bool:
    """Demonstration people are nobody where the site listens on more than this machine."""
    return demo and not current_app.extensions["tarmaq"].loopback


def _signed_in(kept: str) -> SignedIn | None:
    epoch, _, account_id = kept.partition(".")
    person = service.person(session(), account_id)
    if person is None or str(person.epoch) != epoch or _hidden(person.demo):
        return None
    return SignedIn(person)


def known_learner() -> str | None:
    """The learner of this request by account, else by the browser's cookie; one query at most, none for a stranger."""
    if "learner" not in g:
        if current_user.is_authenticated:
            g.learner = current_user.person.learner_id
        else:
            token = request.cookies.get(COOKIE, "")
            g.learner = learners.learner_of_token(session(), token) if token else None
    return g.learner  # type: ignore[no-any-return]


def ensure_learner(current: Session) -> str:
    """The learner of this request or a new one, for the first thing that is stored.

    Call it inside a writing transaction (`lock_for_writing` first); the caller commits. The browser gets the token
    of a new learner with an answer below 400.
    """
    account_id = current_user.id if current_user.is_authenticated else None
    token = "" if account_id else request.cookies.get(COOKIE, "")
    known = learners.writing_learner(current, account_id, token, _visit())
    g.learner = known.learner_id
    if not account_id:
        # browsers forget long cookies after 400 days: each stored answer sets it anew
        g.learner_token = known.token or token
    return known.learner_id


def _visit() -> str:
    """A token of this visit that only its browser can bring: two first answers at once belong to one learner."""
    return learners.token_of_visit(str(current_app.config["SECRET_KEY"]), str(cookie.get("csrf_token", "")))


def reader_role() -> str:
    """The role of who reads; empty for a stranger."""
    return current_user.role if current_user.is_authenticated else ""


def require(*roles: str) -> Callable[[Callable[P, Any]], Callable[P, Any]]:
    """For people of these roles; to everybody else the page does not exist."""

    def wrap(page: Callable[P, Any]) -> Callable[P, Any]:
        @wraps(page)
        def checked(*args: P.args, **named: P.kwargs) -> Any:
            return page(*args, **named) if reader_role() in roles else abort(404)

        return checked

    return wrap


def _remember(response: Response) -> Response:
    if response.status_code < 400 and "learner_token" in g:
        secure = current_app.extensions["tarmaq"].https
        if g.learner_token:
            response.set_cookie(
                COOKIE, g.learner_token, max_age=COOKIE_LASTS, httponly=True, samesite="Lax", secure=secure, path="/"
            )  # fmt: skip
        else:
            response.delete_cookie(COOKIE, path="/", httponly=True, samesite="Lax", secure=secure)
    return response


def local_path(wanted: str | None) -> str:
    """The path if it leads into this site, else nothing: no other host, no scheme, no tricks with slashes and signs."""
    path = wanted or ""
    try:
        parts = urlsplit(path)
    except ValueError:
        return ""
    odd = "\\" in path or any(not sign.isprintable() or sign.isspace() for sign in path)
    if odd or len(path) > 500 or not path.startswith("/") or path.startswith("//") or parts.scheme or parts.netloc:
        return ""
    return path


def _unauthorized() -> Response:
    there = local_path(request.script_root + request.full_path.rstrip("?")) if request.method == "GET" else ""
    return redirect(url_for("accounts.sign_in", next=there or None), 303)


def _way_back() -> str:
    """Where to go after signing in: as asked for, or the page of ours the person came from, or home."""
    asked = local_path(request.values.get("next"))
    if not asked and request.method == "GET" and (came := urlsplit(request.referrer or "")).netloc == request.host:
        asked = local_path(f"{came.path}?{came.query}" if came.query else came.path)
    home = f"{request.script_root}/"
    return home if not asked or "/account/" in asked else asked


def _move(current: Session, from_learner: str, to_learner: str) -> None:
    for part in current_app.extensions["tarmaq.learner_parts"]:
        part.move(current, from_learner, to_learner)


def enter(account_id: str, mine: bool, stay: bool = False) -> None:
    """Sign in: join the learners if the browser's answers are the person's own, and begin a fresh session."""
    device = known_learner() if mine else None
    service.join(session(), account_id, device, _move)
    person = service.person(session(), account_id)
    if person is None:
        abort(404)
    forget_session()
    cookie.permanent = stay
    login_user(SignedIn(person))
    if device:
        g.learner_token = ""


def forget_session() -> None:
    """Whatever this browser's session holds is gone, the token of its forms too."""
    logout_user()
    cookie.clear()
    for name in ("learner", "csrf_token"):
        g.pop(name, None)


def show(name: str, status: int = 200, **context: Any) -> Response:
    """A page of accounts."""
    return make_response(render_template(f"accounts/{name}.html", roles=forms.ROLES, **context), status)


@blueprint.after_request
def _no_copies(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _who_tries() -> str:
    login = folded(request.form.get("login", ""))
    return f"{request.remote_addr}|{hashlib.sha256(login.encode('utf-8', 'replace')).hexdigest()[:16]}"


_tries = limiter.shared_limit("10 per minute", scope="accounts.tries", key_func=_who_tries, methods=["POST"])
_crowd = limiter.shared_limit("100 per minute", scope="accounts.crowd", methods=["POST"])


@blueprint.route("/sign-up", methods=["GET", "POST"])
@_crowd
def sign_up() -> Response:
    """A new account; what was answered on this device stays the person's."""
    if current_user.is_authenticated:
        return redirect(url_for("accounts.own"), 303)
    form, back = forms.SignUp(mine=True), _way_back()
    if form.validate_on_submit():
        try:
            made = service.make(session(), form.login.data, form.name.data, form.password.data)
            enter(made.id, form.mine.data)
            return redirect(back, 303)
        except AccountFault as fault:
            forms.blame(form, fault)
    return show("sign-up", 422 if form.is_submitted() else 200, form=form, back=back, has_work=bool(known_learner()))


@blueprint.route("/sign-in", methods=["GET", "POST"])
@_crowd
@_tries
def sign_in() -> Response:
    """Login and password; the same words for whatever is wrong."""
    if current_user.is_authenticated:
        return redirect(url_for("accounts.own"), 303)
    form, back = forms.SignIn(mine=True), _way_back()
    if form.validate_on_submit():
        account = service.by_password(session(), form.login.data, form.password.data)
        if account and not _hidden(account.demo):
            enter(account.id, form.mine.data, form.stay.data)
            return redirect(back, 303)
        forms.blame(form, AccountFault("password", "sign_in_wrong"))
    return show("sign-in", 422 if form.is_submitted() else 200, form=form, back=back, has_work=bool(known_learner()))


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """The end of this sign-in; the browser knows nobody any more."""
    forget_session()
    flash("signed_out")
    return redirect(url_for("accounts.sign_in"), 303)


@blueprint.route("/reset", methods=["GET", "POST"])
@_crowd
@_tries
def reset() -> Response:
    """A new password by the code of an administrator."""
    form = forms.Reset()
    if form.validate_on_submit():
        try:
            service.use_code(session(), form.login.data, form.code.data, form.password.data)
            flash("password_set")
            return redirect(url_for("accounts.sign_in"), 303)
        except AccountFault as fault:
            forms.blame(form, fault)
    return show("reset", 422 if form.is_submitted() else 200, form=form)


# these pages add themselves to the blueprint
import accounts.own.views  # noqa: E402
import accounts.people.views  # noqa: E402, F401
