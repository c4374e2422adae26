"""What may be typed as login, name and password, and the words of a password that are stored instead of it."""

from __future__ import annotations

import re
import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from kazakh.letters import clean, fold_case

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
SHORTEST_LOGIN, LONGEST_LOGIN, LONGEST_NAME = 3, 60, 100
_EASY = "abcdefghjkmnpqrstuvwxyz23456789"
_UNREADABLE = 1_000
_MARKS = re.compile(r"([\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]{3})[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]+")
_JOINERS = "\u200c\u200d"
_hasher = PasswordHasher()
_nobody: list[str] = []


class AccountFault(ValueError):
    """What is wrong with what was typed: `field` and a key of the words."""

    def __init__(self, field: str, key: str) -> None:
        super().__init__(f"{field}: {key}")
        self.field, self.key = field, key


def folded(login: str) -> str:
    """The login as compared: clean, without case; look-alike letters of two alphabets stay different."""
    return fold_case(login[: 4 * LONGEST_LOGIN]).strip()


def checked_login(login: str) -> str:
    """The login as shown; `AccountFault` where it is too short, too long or holds spaces."""
    shown = clean(login[: 4 * LONGEST_LOGIN]).strip()
    if not SHORTEST_LOGIN <= len(shown) <= LONGEST_LOGIN or len(folded(shown)) > LONGEST_LOGIN:
        raise AccountFault("login", "login_form")
    if any(sign.isspace() or not sign.isprintable() for sign in shown):
        raise AccountFault("login", "login_form")
    return shown


def checked_name(name: str) -> str:
    """The name in any alphabet, with its own accents and joiners; unseen and turning signs go."""
    if len(name) > _UNREADABLE:
        raise AccountFault("name", "name_form")
    signs = (" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", name))
    kept = "".join(sign for sign in signs if sign in _JOINERS or unicodedata.category(sign)[0] != "C")
    shown = _MARKS.sub(r"\1", " ".join(kept.split())).replace("\ufffd", "")
    if not 1 <= len(shown) <= LONGEST_NAME or not any(sign.isalpha() for sign in shown):
        raise AccountFault("name", "name_form")
    return shown


def checked_password(password: str, login: str) -> str:
    """The password if it may be one; `AccountFault` for length, for the login itself and for a few repeated signs."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise AccountFault("password", "password_length")
    if fold_case(password) == folded(login) or len(set(password)) < 4:
        raise AccountFault("password", "password_simple")
    return password


def hashed(password: str) -> str:
    """The password as stored (argon2id)."""
    return _hasher.hash(_bytes(password))


def fits(password: str, stored: str | None) -> bool:
    """Whether the password is the stored one; takes as long where nothing is stored."""
    if not _nobody:
        _nobody.append(hashed(secrets.token_urlsafe(16)))
    try:
        _hasher.verify(stored or _nobody[0], _bytes(password[: LONGEST_PASSWORD + 1]))
    except VerificationError:
        return False
    return stored is not None


def _bytes(password: str) -> bytes:
    """One spelling of each sign, whatever the keyboard sends."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def made_password() -> str:
    """A random password of four groups without signs that look alike (about 78 bits)."""
    return "-".join("".join(secrets.choice(_EASY) for _ in range(4)) for _ in range(4))
