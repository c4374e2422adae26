"""Settings: a wrong one is named with what is meant, an unknown one refused, a secret is made once and kept close."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from web.settings import SettingFault, read_settings

WRONG = [
    ("TARMAQ_DATABASE_URL", "mysql://root@localhost/x"), ("TARMAQ_SECRET_KEY", "short"), ("TARMAQ_DEMO", "yes"),
    ("TARMAQ_BIND", "localhost"), ("TARMAQ_BIND", "127.0.0.1:99999"), ("TARMAQ_BIND", "nowhere:80"),
    ("TARMAQ_REDIS_URL", "memcached://x"), ("TARMAQ_CONTENT", "/no/such/folder"), ("TARMAQ_PROXIES", "-1"),
    ("TARMAQ_PROXIES", "9"), ("TARMAQ_PROXIES", "many"), ("TARMAQ_HTTPS", "on"), ("TARMAQ_LIMITS", ""),
    ("TARMAQ_DATABASE", "sqlite:///x"), ("TARMAQ_SECRET", "x" * 40),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_ends_the_start_and_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingFault) as caught:
        read_settings({"TARMAQ_INSTANCE": str(tmp_path), name: value})
    assert name in str(caught.value) and "meant is" in str(caught.value)


def test_no_secret_is_shown_in_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SettingFault) as caught:
        read_settings({"TARMAQ_INSTANCE": str(tmp_path), "TARMAQ_SECRET_KEY": "hunter2"})
    assert "hunter2" not in str(caught.value)
    with pytest.raises(SettingFault) as caught:
        read_settings({"TARMAQ_INSTANCE": str(tmp_path), "TARMAQ_DATABASE_URL": "mysql://u:hunter2@h/x"})
    assert "hunter2" not in str(caught.value)


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = read_settings({"TARMAQ_INSTANCE": str(tmp_path / "new")})
    second = read_settings({"TARMAQ_INSTANCE": str(tmp_path / "new")})
    assert first.secret_key == second.secret_key and len(first.secret_key) == 64
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("bind", "loopback"),
    [("127.0.0.1:5000", True), ("localhost:80", True), ("[::1]:80", True), ("0.0.0.0:80", False)],
)
def test_it_knows_whether_only_this_machine_is_served(tmp_path: Path, bind: str, loopback: bool) -> None:
    assert read_settings({"TARMAQ_INSTANCE": str(tmp_path), "TARMAQ_BIND": bind}).loopback is loopback


def test_addresses_of_databases_are_read_as_people_write_them(tmp_path: Path) -> None:
    given = {"TARMAQ_INSTANCE": str(tmp_path)}
    assert read_settings(given).database_url == f"sqlite:///{tmp_path / 'tarmaq.sqlite3'}"
    found = read_settings(given | {"TARMAQ_DATABASE_URL": "postgresql://u@h/x"}).database_url
    assert found == "postgresql+psycopg://u@h/x"
