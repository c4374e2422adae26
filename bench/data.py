"""Data of one run: a folder or a PostgreSQL database of its own, loaded with the content, gone at the end."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import create_engine, text

from bench.servers import ROOT, environment


@dataclass(frozen=True, slots=True)
class Data:
    """Settings of our server and of the reference, and the address of our database."""

    ours: Mapping[str, str]
    bare: Mapping[str, str]
    url: str

    def marks(self) -> tuple[int, int]:
        """How many marks are stored, and how many of them are full."""
        engine = create_engine(self.url)
        with engine.connect() as connection:
            full_ones = "sum(CASE WHEN points = marks.of THEN 1 ELSE 0 END)"
            stored, full = connection.execute(text(f"SELECT count(*), {full_ones} FROM marks")).one()
        engine.dispose()
        return int(stored), int(full or 0)


@contextmanager
def prepared() -> Iterator[Data]:
    """Migrated and loaded; on the disk of the repository, because a disk in memory would hide what durability costs.

    BENCH_DATABASE_URL names a PostgreSQL server where databases may be made; without it SQLite is measured.
    """
    (ROOT / "instance").mkdir(mode=0o700, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "instance") as folder, _databases(folder) as urls:
        ours = {"TARMAQ_INSTANCE": folder, "TARMAQ_LIMITS": "0", "TARMAQ_DATABASE_URL": urls[0]}
        bare = {"BARE_DATABASE_URL": urls[1]}
        _run("deploy.serve", "--prepare-only", settings=ours)
        _run("bench.bare", settings=bare)
        yield Data(ours, bare, urls[0])


def _run(module: str, *arguments: str, settings: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(**settings), capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: {module} ended with {done.returncode}\n{done.stdout}{done.stderr}")


@contextmanager
def _databases(folder: str) -> Iterator[tuple[str, str]]:
    given = os.environ.get("BENCH_DATABASE_URL", "")
    if not given:
        yield f"sqlite:///{folder}/tarmaq.sqlite3", f"sqlite:///{folder}/bare.sqlite3"
        return
    server = given.replace("postgresql://", "postgresql+psycopg://", 1).rpartition("/")[0]
    names = [f"tarmaq_bench_{os.getpid()}", f"tarmaq_bench_bare_{os.getpid()}"]
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for name in names:
                connection.execute(text(f"CREATE DATABASE {name}"))
        yield f"{server}/{names[0]}", f"{server}/{names[1]}"
    finally:
        with engine.connect() as connection:
            for name in names:
                connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        engine.dispose()
