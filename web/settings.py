"""Settings from the environment, validated at start; a wrong or unknown one is named."""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
KNOWN = {
    "TARMAQ_DATABASE_URL", "TARMAQ_SECRET_KEY", "TARMAQ_DEMO", "TARMAQ_BIND", "TARMAQ_REDIS_URL", "TARMAQ_INSTANCE",
    "TARMAQ_CONTENT", "TARMAQ_PROXIES", "TARMAQ_HTTPS", "TARMAQ_WORKERS", "TARMAQ_THREADS", "TARMAQ_ACCESS_LOG",
    "TARMAQ_LIMITS", "TARMAQ_TEST_DATABASE_URL", "TARMAQ_REQUIRE_BROWSER",
}  # fmt: skip


class SettingFault(SystemExit):
    """A setting that cannot be used; ends the start with its name and what is meant."""

    def __init__(self, name: str, found: str, meant: str) -> None:
        super().__init__(f"{name}: found {found!r}; meant is {meant}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one site."""

    database_url: str
    secret_key: str
    demo: bool
    host: str
    redis_url: str
    instance: Path
    content: Path
    proxies: int
    https: bool
    limits: bool

    @property
    def loopback(self) -> bool:
        """Whether the site is for this machine only: it listens nowhere else and stands behind no proxy."""
        here = self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback
        return here and self.proxies == 0


def read_settings(env: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; `SettingFault` names the first wrong one."""
    env = os.environ if env is None else env
    for name in sorted(env):
        if name.startswith("TARMAQ_") and name not in KNOWN:
            raise SettingFault(name, env[name], f"one of {', '.join(sorted(KNOWN))}")
    instance = Path(env.get("TARMAQ_INSTANCE") or ROOT / "instance").resolve()
    return Settings(
        database_url=_database(env.get("TARMAQ_DATABASE_URL", ""), instance),
        secret_key=_secret(env.get("TARMAQ_SECRET_KEY", ""), instance),
        demo=_switch(env, "TARMAQ_DEMO", "0"),
        host=_host(env.get("TARMAQ_BIND", "127.0.0.1:5000")),
        redis_url=_redis(env.get("TARMAQ_REDIS_URL", "")),
        instance=instance,
        content=_folder(env.get("TARMAQ_CONTENT", "")),
        proxies=_number(env, "TARMAQ_PROXIES", 0, 5),
        https=_switch(env, "TARMAQ_HTTPS", "0"),
        limits=_switch(env, "TARMAQ_LIMITS", "1"),
    )


def _switch(env: Mapping[str, str], name: str, default: str) -> bool:
    value = env.get(name, default)
    if value not in ("0", "1"):
        raise SettingFault(name, value, "0 or 1")
    return value == "1"


def _number(env: Mapping[str, str], name: str, default: int, most: int) -> int:
    value = env.get(name, str(default))
    if not value.isdecimal() or int(value) > most:
        raise SettingFault(name, value, f"a whole number from 0 to {most}")
    return int(value)


def _database(value: str, instance: Path) -> str:
    if not value:
        return f"sqlite:///{instance / 'tarmaq.sqlite3'}"
    if value.startswith("postgresql://"):
        value = "postgresql+psycopg://" + value.removeprefix("postgresql://")
    if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise SettingFault("TARMAQ_DATABASE_URL", value.split("@")[-1], "sqlite:///… or postgresql://…")
    return value


def _redis(value: str) -> str:
    if value and urlsplit(value).scheme not in ("redis", "rediss"):
        raise SettingFault("TARMAQ_REDIS_URL", value.split("@")[-1], "redis://…")
    return value


def _host(bind: str) -> str:
    host, _, port = bind.rpartition(":")
    host = host.strip("[]")
    try:
        if host != "localhost":
            ipaddress.ip_address(host)
        if not 0 <= int(port) <= 65535:
            raise ValueError(port)
    except ValueError:
        raise SettingFault("TARMAQ_BIND", bind, "an address and a port, as in 127.0.0.1:5000") from None
    return host


def _folder(value: str) -> Path:
    folder = Path(value or ROOT / "content").resolve()
    if not folder.is_dir():
        raise SettingFault("TARMAQ_CONTENT", str(folder), "an existing folder")
    return folder


def _secret(value: str, instance: Path) -> str:
    """The secret key given, or one made once and kept in the instance folder, readable by its owner only."""
    if value:
        if len(value) < 32:
            raise SettingFault("TARMAQ_SECRET_KEY", "(hidden)", "at least 32 characters")
        return value
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = instance / "secret_key"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("utf-8")
    with os.fdopen(descriptor, "w", encoding="utf-8") as target:
        made = secrets.token_hex(32)
        target.write(made)
    return made
