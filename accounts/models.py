"""Tables of learners, their devices, accounts and one-time codes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from database import Base, Moment, new_id, now

ROLES = ("learner", "instructor", "officer", "administrator")


class Account(Base):
    """A login with a role; no e-mail, no birth date, no number of a person."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    login: Mapped[str] = mapped_column(String(80), unique=True)
    login_shown: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(120))
    password: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20), default="learner")
    demo: Mapped[bool] = mapped_column(default=False)
    epoch: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Learner(Base):
    """Who owns attempts: a random id without a name, kept at sign-up."""

    __tablename__ = "learners"

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"), unique=True)
    joined_into: Mapped[str | None] = mapped_column(ForeignKey("learners.id"))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)


class Device(Base):
    """A browser that is known as this learner by a random token, stored only as a hash."""

    __tablename__ = "devices"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learners.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    released_at: Mapped[datetime | None] = mapped_column(Moment)


class ResetCode(Base):
    """A one-time code by which an account gets a new password; stored as a hash, used once, ends by itself."""

    __tablename__ = "reset_codes"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
