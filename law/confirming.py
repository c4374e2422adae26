"""Confirmed texts: a person of the site compared a wording with the official page; kept in the instance folder."""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from rules import acts
from rules.acts import Provision

FILE = "confirmed.toml"
LONGEST_NAME = 100
_HEAD = "# Wordings that a person of this site compared with the official page; written by `flask law confirm`.\n"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who compared which wording with the official page, and when; `wording` is the fingerprint of what we held."""

    provision: str
    edition: str
    by: str
    on: date
    wording: str

    @property
    def stands(self) -> bool:
        """Whether the wording held today is the one that was compared."""
        held = acts.provisions().get(self.provision)
        return held is not None and self.wording == fingerprint(held, self.edition)


class ConfirmationFault(ValueError):
    """A confirmation that cannot be kept or read; says what was found and what is meant."""


def fingerprint(held: Provision, edition: str) -> str:
    """SHA-256 of a wording in all its languages; empty where the provision has none from that edition."""
    for wording in held.wordings:
        if wording.edition == edition:
            said = [held.id, edition, sorted(wording.summary.items())]
            return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
    return ""


def read(folder: Path) -> tuple[Confirmation, ...]:
    """All confirmations of the site, also those whose wording has changed. Error: `ConfirmationFault`."""
    path = folder / FILE
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("confirmed", [])
        return tuple(_entry(one) for one in entries)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ConfirmationFault(f"{path}: {error}; meant is the file as `flask law confirm` writes it") from None


def _entry(raw: dict[str, Any]) -> Confirmation:
    kinds = {"provision": str, "edition": str, "by": str, "on": date, "wording": str}
    if {name: type(value) for name, value in raw.items()} != kinds:
        raise ValueError(f"found {raw!r}")
    return Confirmation(**raw)


def standing(folder: Path) -> tuple[Confirmation, ...]:
    """Confirmations whose wording is still held; the file is read when it changes, a faulty one confirms nothing."""
    path = folder / FILE
    try:
        seen = path.stat()
    except OSError:
        return ()
    return _standing(folder, (seen.st_mtime_ns, seen.st_size, seen.st_ino))


@lru_cache(maxsize=4)
def _standing(folder: Path, seen: tuple[int, int, int]) -> tuple[Confirmation, ...]:
    try:
        return tuple(one for one in read(folder) if one.stands)
    except ConfirmationFault as fault:
        _log.error("%s", fault)
        return ()


def of(held: Provision, confirmed: tuple[Confirmation, ...]) -> dict[str, Confirmation]:
    """The confirmations of a provision by the edition of the wording."""
    return {one.edition: one for one in confirmed if one.provision == held.id}


def official(held: Provision, confirmed: tuple[Confirmation, ...]) -> Confirmation | None:
    """The confirmation of the newest wording: the provision then counts as official and is no draft."""
    return of(held, confirmed).get(held.wordings[-1].edition) if held.wordings else None


def confirm(folder: Path, provision_id: str, edition: str, by: str, day: date, today: date) -> Confirmation:
    """Keep that a person compared the wording; a second confirmation takes the place of the first.

    Errors: `ConfirmationFault` for what is not held, an empty or overlong name, and a day to come.
    """
    held, name = _wording(provision_id, edition), by.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ConfirmationFault(f"--by: found {by!r}; meant is the name of the person who compared the text")
    if day > today:
        raise ConfirmationFault(f"--on: {day} is to come; meant is the day of the comparison, {today} at the latest")
    made = Confirmation(held.id, edition, name, day, fingerprint(held, edition))
    with _alone(folder):
        _write(folder, [*_without(folder, held.id, edition), made])
    return made


def withdraw(folder: Path, provision_id: str, edition: str) -> Confirmation:
    """Take a confirmation back, also of a wording that is no longer held. Error: `ConfirmationFault`."""
    with _alone(folder):
        found = [one for one in read(folder) if (one.provision, one.edition) == (provision_id, edition)]
        if not found:
            raise ConfirmationFault(f"{provision_id}, edition {edition}: not confirmed; `--list` names all that are")
        _write(folder, _without(folder, provision_id, edition))
    return found[0]


def _wording(provision_id: str, edition: str) -> Provision:
    held = acts.provisions().get(provision_id)
    if held is None:
        raise ConfirmationFault(f"{provision_id}: no such provision; meant is an id such as order-511/98")
    editions = [wording.edition for wording in held.wordings]
    if edition not in editions:
        meant = ", ".join(editions) or "none: no wording of it is held"
        raise ConfirmationFault(f"--edition: found {edition!r}; wordings of {provision_id} are held from: {meant}")
    return held


def _without(folder: Path, provision_id: str, edition: str) -> list[Confirmation]:
    return [one for one in read(folder) if (one.provision, one.edition) != (provision_id, edition)]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One writer at a time, so that no confirmation is lost."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{FILE}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(folder: Path, kept: list[Confirmation]) -> None:
    """The whole file in one step: who reads meanwhile sees the old one or the new one."""
    new = folder / f"{FILE}.new"
    with new.open("w", encoding="utf-8") as file:
        file.write(_HEAD + "".join(map(_told, sorted(kept, key=lambda one: (one.provision, one.edition)))))
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / FILE)


def _told(one: Confirmation) -> str:
    names = ("provision", "edition", "by", "wording")
    # A string of JSON without control characters is a string of TOML.
    said = "".join(f"{name} = {json.dumps(getattr(one, name), ensure_ascii=False)}\n" for name in names)
    return f"\n[[confirmed]]\n{said}on = {one.on.isoformat()}\n"
