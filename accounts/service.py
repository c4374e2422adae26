"""Verbs of accounts: make, sign in, join a learner, reset a password, give out and delete what is stored."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from accounts.checking import AccountFault, checked_login, checked_name, checked_password, fits, folded, hashed
from accounts.learners import hash_of, held, hold_account, learner_of_account, make_learner
from accounts.models import ROLES, Account, Device, Learner, ResetCode
from database import lock_for_writing, new_id, now
from kazakh.letters import clean

CODE_LASTS = timedelta(hours=24)
PEOPLE_ON_A_PAGE = 50
_LOOKS_LATIN = str.maketrans("асе", "ace")


@dataclass(frozen=True, slots=True)
class Person:
    """An account as the site knows it in a request, with its learner if it has one yet."""

    account_id: str
    login: str
    name: str
    role: str
    demo: bool
    epoch: int
    learner_id: str | None


@dataclass(frozen=True, slots=True)
class People:
    """A page of accounts, the newest first; pages are counted from 1."""

    found: tuple[Account, ...]
    total: int
    page: int
    pages: int


def make(session: Session, login: str, name: str, password: str, role: str = "learner", demo: bool = False) -> Account:
    """A new account; `AccountFault` where a field is wrong or the login is taken."""
    if role not in ROLES:
        raise AccountFault("role", "role_unknown")
    shown, name = checked_login(login), checked_name(name)
    stored = hashed(checked_password(password, login))
    lock_for_writing(session)
    account = Account(
        id=new_id(), login=folded(shown), login_shown=shown, name=name, password=stored, role=role, demo=demo
    )
    session.add(account)
    try:
        session.commit()
    except IntegrityError as error:
        session.rollback()
        raise AccountFault("login", "login_taken") from error
    return account


def by_password(session: Session, login: str, password: str) -> Account | None:
    """The account if login and password fit; takes as long where there is no such login."""
    account = session.scalar(select(Account).where(Account.login == folded(login)))
    return account if fits(password, account.password if account else None) else None


def has_password(session: Session, account_id: str, password: str) -> bool:
    """Whether this is the account's password."""
    return fits(password, session.scalar(select(Account.password).where(Account.id == account_id)))


def person(session: Session, account_id: str) -> Person | None:
    """The account of that id with its learner; one query."""
    row = session.execute(
        select(Account, Learner.id).outerjoin(Learner, Learner.account_id == Account.id)
        .where(Account.id == account_id).execution_options(populate_existing=True)
    ).first()  # fmt: skip
    if row is None:
        return None
    account, learner_id = row
    return Person(
        account.id, account.login_shown, account.name, account.role, account.demo, account.epoch, learner_id
    )  # fmt: skip


def change_name(session: Session, account_id: str, name: str) -> None:
    """Another name, in any alphabet."""
    shown = checked_name(name)
    lock_for_writing(session)
    session.execute(update(Account).where(Account.id == account_id).values(name=shown))
    session.commit()


def change_password(session: Session, account_id: str, password: str) -> None:
    """Another password; every sign-in elsewhere ends and no reset code is left."""
    login = session.scalar(select(Account.login).where(Account.id == account_id))
    if login is None:
        raise AccountFault("login", "login_unknown")
    stored = hashed(checked_password(password, login))
    lock_for_writing(session)
    _set_password(session, account_id, stored)
    session.execute(delete(ResetCode).where(ResetCode.account_id == account_id))
    session.commit()


def _set_password(session: Session, account_id: str, stored: str) -> None:
    session.execute(
        update(Account).where(Account.id == account_id).values(password=stored, epoch=Account.epoch + 1)
    )  # fmt: skip


def change_role(session: Session, account_id: str, role: str, by: str) -> None:
    """Another role; nobody changes their own, so an administrator is always left."""
    if role not in ROLES:
        raise AccountFault("role", "role_unknown")
    if account_id == by:
        raise AccountFault("role", "role_own")
    lock_for_writing(session)
    session.execute(update(Account).where(Account.id == account_id).values(role=role))
    session.commit()


def reset_code(session: Session, login: str) -> str:
    """A one-time code to set a new password with; earlier codes end. `AccountFault` where there is no such login."""
    lock_for_writing(session)
    account_id = session.scalar(select(Account.id).where(Account.login == folded(login)).with_for_update())
    if account_id is None:
        session.rollback()
        raise AccountFault("login", "login_unknown")
    code = "-".join(secrets.token_hex(2) for _ in range(4))
    session.execute(delete(ResetCode).where(ResetCode.account_id == account_id))
    session.add(ResetCode(code_hash=_code_hash(code), account_id=account_id, ends_at=now() + CODE_LASTS))
    session.commit()
    return code


def use_code(session: Session, login: str, code: str, password: str) -> str:
    """Set a new password by a code, which is spent; the account's id. One fault for whatever is wrong with the code."""
    code_hash = _code_hash(code[:100])
    usable = (ResetCode.code_hash == code_hash, ResetCode.used_at.is_(None), ResetCode.ends_at > now())
    account_id = session.scalar(
        select(Account.id).join(ResetCode, ResetCode.account_id == Account.id)
        .where(*usable, Account.login == folded(login))
    )  # fmt: skip
    if account_id is None:
        raise AccountFault("code", "code_wrong")
    stored = hashed(checked_password(password, login))
    lock_for_writing(session)
    spent = session.execute(update(ResetCode).where(*usable).values(used_at=now()))
    if not spent.rowcount:  # type: ignore[attr-defined]
        session.rollback()
        raise AccountFault("code", "code_wrong")
    _set_password(session, account_id, stored)
    session.commit()
    return account_id


def _code_hash(code: str) -> str:
    """Hyphens, spaces, capitals and Cyrillic letters that look like the Latin ones do not count."""
    return hash_of("".join(sign for sign in code.lower().translate(_LOOKS_LATIN) if sign.isalnum()))


def join(
    session: Session, account_id: str, device_learner: str | None, move: Callable[[Session, str, str], None]
) -> str:
    """At sign-up or sign-in: the account's learner and the browser's become one; returns the learner's id.

    `move(session, from, to)` moves what other packages keep for a learner.
    """
    lock_for_writing(session)
    hold_account(session, account_id)
    own = learner_of_account(session, account_id)
    device = held(session, device_learner) if device_learner else None
    free = device is not None and device.account_id is None and device.joined_into is None
    if device is not None and free:
        session.execute(update(Device).where(Device.learner_id == device.id).values(released_at=now()))
        if own is None:
            device.account_id, own = account_id, device.id
        else:
            move(session, device.id, own)
            device.joined_into = own
    own = own or make_learner(session, account_id).learner_id
    session.commit()
    return own


def release_device(session: Session, token: str) -> None:
    """This browser is no longer known as the learner."""
    lock_for_writing(session)
    session.execute(
        update(Device).where(Device.token_hash == hash_of(token), Device.released_at.is_(None))
        .values(released_at=now())
    )  # fmt: skip
    session.commit()


def kept_of(session: Session, account_id: str | None, learner_id: str | None) -> dict[str, Any]:
    """What accounts keep of a person, as plain data for the person; passwords and tokens are kept only as hashes."""
    account = session.get(Account, account_id) if account_id else None
    learner = session.get(Learner, learner_id) if learner_id else None
    of_learner = select(func.count()).select_from(Device).where(Device.learner_id == learner_id)
    joined = select(func.count()).select_from(Learner).where(Learner.joined_into == learner_id)
    return {
        "account": account and {
            "login": account.login_shown, "name": account.name, "role": account.role,
            "made_at": account.made_at.isoformat(), "demonstration": account.demo,
        },
        "learner": learner and {
            "id": learner.id, "made_at": learner.made_at.isoformat(),
            "devices": session.scalar(of_learner.where(Device.released_at.is_(None))),
            "devices_released": session.scalar(of_learner.where(Device.released_at.is_not(None))),
            "joined_from_other_devices": session.scalar(joined),
        },
    }  # fmt: skip


def remove(session: Session, account_id: str) -> None:
    """Delete the account: login, name and password are gone; the learner stays without a name and out of reach."""
    lock_for_writing(session)
    own = select(Learner.id).where(Learner.account_id == account_id).scalar_subquery()
    session.execute(delete(Device).where(Device.learner_id == own))
    session.execute(update(Learner).where(Learner.account_id == account_id).values(account_id=None))
    session.execute(delete(ResetCode).where(ResetCode.account_id == account_id))
    session.execute(delete(Account).where(Account.id == account_id))
    session.commit()


def people(session: Session, sought: str = "", page: int = 1) -> People:
    """A page of accounts whose login or name holds the words, the newest first."""
    found = select(Account)
    if words := folded(sought):
        # no database folds Kazakh names alike, so the usual spellings are asked for by name
        spellings = {clean(sought).strip(), words, words.title(), words.upper()}
        named = [Account.name.contains(spelling, autoescape=True) for spelling in spellings]
        found = found.where(or_(Account.login.contains(words, autoescape=True), *named))
    total = session.scalar(select(func.count()).select_from(found.subquery())) or 0
    pages = max(1, -(-total // PEOPLE_ON_A_PAGE))
    page = min(max(1, page), pages)
    rows = session.scalars(
        found.order_by(Account.made_at.desc(), Account.id).limit(PEOPLE_ON_A_PAGE).offset((page - 1) * PEOPLE_ON_A_PAGE)
    )
    return People(tuple(rows), total, page, pages)


def demo_people(session: Session) -> list[str]:
    """Ids of the demonstration accounts."""
    return list(session.scalars(select(Account.id).where(Account.demo.is_(True))))


def anybody(session: Session) -> bool:
    """Whether any account exists."""
    return session.scalar(select(Account.id).limit(1)) is not None
