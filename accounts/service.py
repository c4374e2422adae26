"""Verbs of accounts: make, sign in, join a learner, reset a password, give out and delete what is stored."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from accounts.models import ROLES, Account, Device, Learner, ResetCode
from database import lock_for_writing, new_id, now
from kazakh.letters import clean, fold_case

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
CODE_LASTS = timedelta(hours=24)
_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


class AccountFault(ValueError):
    """What is wrong with what was typed: `field` and a key of the words."""

    def __init__(self, field: str, key: str) -> None:
        super().__init__(f"{field}: {key}")
        self.field, self.key = field, key


def folded(login: str) -> str:
    """The login as compared: clean, without case."""
    return fold_case(clean(login))


def _checked_login(login: str) -> str:
    shown = clean(login).strip()
    if not 3 <= len(shown) <= 60 or any(sign.isspace() or not sign.isprintable() for sign in shown):
        raise AccountFault("login", "login_form")
    return shown


def _checked_name(name: str) -> str:
    shown = " ".join(clean(name).split())
    if not 1 <= len(shown) <= 100 or not any(sign.isalpha() for sign in shown):
        raise AccountFault("name", "name_form")
    return shown


def _checked_password(password: str, login: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise AccountFault("password", "password_length")
    if fold_case(password) == folded(login) or len(set(password)) < 4:
        raise AccountFault("password", "password_simple")
    return password


def make(session: Session, login: str, name: str, password: str, role: str = "learner", demo: bool = False) -> Account:
    """A new account; `AccountFault` where a field is wrong or the login is taken."""
    if role not in ROLES:
        raise AccountFault("role", "role_unknown")
    shown, name = _checked_login(login), _checked_name(name)
    hashed = _hasher.hash(_checked_password(password, login))
    lock_for_writing(session)
    if session.scalar(select(Account.id).where(Account.login == folded(shown))):
        session.rollback()
        raise AccountFault("login", "login_taken")
    account = Account(login=folded(shown), login_shown=shown, name=name, password=hashed, role=role, demo=demo)
    session.add(account)
    session.commit()
    return account


def by_password(session: Session, login: str, password: str) -> Account | None:
    """The account if login and password fit; takes as long where there is no such login."""
    account = session.scalar(select(Account).where(Account.login == folded(login[:200])))
    try:
        _hasher.verify(account.password if account else _NOBODY, password[: LONGEST_PASSWORD + 1])
    except VerificationError:
        return None
    return account


def find(session: Session, account_id: str) -> Account | None:
    """The account of that id."""
    return session.get(Account, account_id)


def change_name(session: Session, account_id: str, name: str) -> None:
    """Another name, in any alphabet."""
    shown = _checked_name(name)
    lock_for_writing(session)
    session.execute(update(Account).where(Account.id == account_id).values(name=shown))
    session.commit()


def change_password(session: Session, account_id: str, password: str) -> None:
    """Another password; every sign-in elsewhere ends."""
    account = session.get(Account, account_id)
    if account is None:
        raise AccountFault("login", "login_unknown")
    hashed = _hasher.hash(_checked_password(password, account.login))
    lock_for_writing(session)
    account.password, account.epoch = hashed, account.epoch + 1
    session.commit()


def reset_code(session: Session, login: str) -> str:
    """A one-time code for the person to set a new password with; earlier codes end. `AccountFault` for no such login."""
    lock_for_writing(session)
    account = session.scalar(select(Account).where(Account.login == folded(login)))
    if account is None:
        session.rollback()
        raise AccountFault("login", "login_unknown")
    code = "-".join(secrets.token_hex(2) for _ in range(4))
    session.execute(delete(ResetCode).where(ResetCode.account_id == account.id))
    session.add(ResetCode(code_hash=_hash(code), account_id=account.id, ends_at=now() + CODE_LASTS))
    session.commit()
    return code


def use_code(session: Session, login: str, code: str, password: str) -> Account:
    """Set a new password by a code; the code is spent. One fault for a wrong login, wrong, old or spent code."""
    found = session.scalar(
        select(Account).join(ResetCode, ResetCode.account_id == Account.id).where(
            ResetCode.code_hash == _hash(code.strip().lower()), ResetCode.used_at.is_(None),
            ResetCode.ends_at > now(), Account.login == folded(login),
        )
    )  # fmt: skip
    if found is None:
        raise AccountFault("code", "code_wrong")
    hashed = _hasher.hash(_checked_password(password, found.login))
    lock_for_writing(session)
    spent = session.execute(
        update(ResetCode).where(ResetCode.code_hash == _hash(code.strip().lower()), ResetCode.used_at.is_(None))
        .values(used_at=now())
    )  # fmt: skip
    if not spent.rowcount:  # type: ignore[attr-defined]
        session.rollback()
        raise AccountFault("code", "code_wrong")
    found.password, found.epoch = hashed, found.epoch + 1
    session.commit()
    return found


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Known:
    """A learner as a browser knows it; `token` is given only when it was just made, to be set as a cookie."""

    learner_id: str
    token: str = ""


def learner_of_token(session: Session, token: str) -> str | None:
    """The learner whose browser holds this token, unless it was released."""
    if not token or len(token) > 100:
        return None
    return session.scalar(
        select(Device.learner_id).where(Device.token_hash == _hash(token), Device.released_at.is_(None))
    )


def learner_of_account(session: Session, account_id: str) -> str | None:
    """The learner of an account, if it has one yet."""
    return session.scalar(select(Learner.id).where(Learner.account_id == account_id))


def make_learner(session: Session, account_id: str | None = None) -> Known:
    """A learner with a token for its browser. Runs inside the caller's writing transaction; does not commit."""
    learner = Learner(id=new_id(), account_id=account_id)
    session.add(learner)
    session.flush()
    if account_id:
        return Known(learner.id)
    return Known(learner.id, _new_device(session, learner.id))


def _new_device(session: Session, learner_id: str) -> str:
    token = secrets.token_urlsafe(32)
    session.add(Device(token_hash=_hash(token), learner_id=learner_id))
    return token


def join(session: Session, account_id: str, device_learner: str | None, move: object) -> str:
    """At sign-up or sign-in: the account's learner and the browser's become one; returns the learner's id.

    `move(session, from, to)` moves what other packages keep for a learner.
    """
    lock_for_writing(session)
    own = learner_of_account(session, account_id)
    device = session.get(Learner, device_learner) if device_learner else None
    if own is None:
        own = _adopt(session, account_id, device)
    elif device and device.id != own and device.account_id is None:
        move(session, device.id, own)  # type: ignore[operator]
        device.joined_into = own
        session.execute(update(Device).where(Device.learner_id == device.id).values(released_at=now()))
    session.commit()
    return own


def _adopt(session: Session, account_id: str, device: Learner | None) -> str:
    if device is None or device.account_id is not None:
        return make_learner(session, account_id).learner_id
    device.account_id = account_id
    session.execute(update(Device).where(Device.learner_id == device.id).values(released_at=now()))
    return device.id


def release_device(session: Session, token: str) -> None:
    """This browser is no longer known as the learner."""
    lock_for_writing(session)
    session.execute(update(Device).where(Device.token_hash == _hash(token)).values(released_at=now()))
    session.commit()


def remove(session: Session, account_id: str) -> None:
    """Delete the account: login, name and password are gone; the learner stays without a name."""
    lock_for_writing(session)
    session.execute(update(Learner).where(Learner.account_id == account_id).values(account_id=None))
    session.execute(delete(ResetCode).where(ResetCode.account_id == account_id))
    session.execute(delete(Account).where(Account.id == account_id))
    session.commit()


def demo_people(session: Session) -> int:
    """How many demonstration accounts exist."""
    return session.scalar(select(func.count()).select_from(Account).where(Account.demo.is_(True))) or 0


def anybody(session: Session) -> bool:
    """Whether any account exists."""
    return session.scalar(select(Account.id).limit(1)) is not None
