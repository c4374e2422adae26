"""Who works in this browser: learners by account or device; nothing here commits."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from sqlalchemy import Select, bindparam, select, text
from sqlalchemy.orm import Session

from accounts.models import Account, Device, Learner
from database import new_id


@dataclass(frozen=True, slots=True)
class Known:
    """A learner as a browser knows it; `token` is given only when it was just made, to be set as a cookie."""

    learner_id: str
    token: str = ""


def hash_of(token: str) -> str:
    """The hash under which a token is stored."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


# Asked with every page or answer, so they are composed once and from tables: half the time of a query is composing it.
_devices, _learners = Device.__table__.c, Learner.__table__.c
_OF_TOKEN = select(_devices.learner_id).where(
    _devices.token_hash == bindparam("token_hash"), _devices.released_at.is_(None)
)  # fmt: skip
_FREE_OF_TOKEN = (
    select(_learners.id).join(Device.__table__, _devices.learner_id == _learners.id)
    .where(_devices.token_hash == bindparam("token_hash"), _devices.released_at.is_(None))
    .where(_learners.account_id.is_(None), _learners.joined_into.is_(None))
    .with_for_update(of=Learner.__table__)
)  # fmt: skip


def learner_of_token(session: Session, token: str) -> str | None:
    """The learner whose browser holds this token, unless it was released."""
    return _by_token(session, _OF_TOKEN, token)


def _by_token(session: Session, query: Select[tuple[str]], token: str) -> str | None:
    if not token or len(token) > 100:
        return None
    return session.scalar(query, {"token_hash": hash_of(token)})


def learner_of_account(session: Session, account_id: str) -> str | None:
    """The learner of an account, if it has one yet."""
    return session.scalar(select(Learner.id).where(Learner.account_id == account_id))


def make_learner(session: Session, account_id: str | None = None, token: str = "") -> Known:
    """A learner, with a token for its browser (the one given or a random one). Inside the caller's transaction."""
    learner = Learner(id=new_id(), account_id=account_id)
    session.add(learner)
    session.flush()
    if account_id:
        return Known(learner.id)
    token = token or secrets.token_urlsafe(32)
    session.add(Device(token_hash=hash_of(token), learner_id=learner.id))
    return Known(learner.id, token)


def writing_learner(session: Session, account_id: str | None, token: str, first: str = "") -> Known:
    """The account's learner, else the browser's, else a new one. Inside the caller's writing transaction.

    Read again under the lock and held until commit, so that a sign-in in another tab cannot leave an answer behind.
    `first` is a token that all first answers of one visit share: two that arrive at once make one learner.
    """
    if account_id:
        hold_account(session, account_id)
        own = learner_of_account(session, account_id)
        return Known(own) if own else make_learner(session, account_id)
    own = _by_token(session, _FREE_OF_TOKEN, token)
    return Known(own) if own else _first_of_visit(session, first)


def token_of_visit(key: str, secret: str) -> str:
    """The token that all first answers of one visit share, from the site's key and the visit's own secret."""
    return hmac.new(key.encode(), f"learner {secret}".encode(), hashlib.sha256).hexdigest() if secret else ""


def _first_of_visit(session: Session, first: str) -> Known:
    if not first:
        return make_learner(session)
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:first))"), {"first": hash_of(first)})
    own = _by_token(session, _FREE_OF_TOKEN, first)
    if own:
        return Known(own, first)
    used = session.get(Device, hash_of(first)) is not None
    return make_learner(session, token="" if used else first)


def hold_account(session: Session, account_id: str) -> None:
    """Keep the account's row until commit."""
    session.execute(select(Account.id).where(Account.id == account_id).with_for_update())


def held(session: Session, learner_id: str) -> Learner | None:
    """The learner as it stands now, kept until commit."""
    return session.get(Learner, learner_id, populate_existing=True, with_for_update=True)
