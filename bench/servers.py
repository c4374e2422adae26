"""Servers under measure: gunicorn with our settings, on free ports with data of their own; their memory and start."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bench.load import Address

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "deploy" / "gunicorn.conf.py"
WORKERS = 2
_LONGEST_START = 30.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it listens, its process, and the seconds from its start to the first 200."""

    address: Address
    process: int
    cold: float

    def workers(self) -> list[int]:
        """Process ids of the workers."""
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                if int(status.read_text().rpartition(")")[2].split()[1]) == self.process:
                    found.append(int(status.parent.name))
        return sorted(found)

    def burnt(self) -> float:
        """Seconds of processor time that the workers have used so far."""
        ticks = 0
        for worker in self.workers():
            fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> list[tuple[float, float]]:
        """(PSS, RSS) of each worker in MB of 1,000,000 bytes; empty where the system has no /proc."""
        return [_memory(worker) for worker in self.workers()]


def _memory(process: int) -> tuple[float, float]:
    sizes = {"Pss:": 0.0, "Rss:": 0.0}
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        name, _, rest = line.partition(" ")
        if name in sizes:
            sizes[name] = int(rest.split()[0]) * 1024 / 1e6
    return sizes["Pss:"], sizes["Rss:"]


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def environment(**given: str) -> dict[str, str]:
    """The environment without any setting of ours, and those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TARMAQ_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | given


@contextmanager
def serving(application: str, path: str, settings: Mapping[str, str]) -> Iterator[Server]:
    """The application behind gunicorn until the block ends; `path` is asked until it answers 200."""
    port = free_port()
    env = environment(**settings, TARMAQ_BIND=f"127.0.0.1:{port}", TARMAQ_WORKERS=str(WORKERS))
    command = [sys.executable, "-m", "gunicorn", "--config", str(CONFIG), application]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}{path}", process)
        yield Server(("127.0.0.1", port), process.pid, time.perf_counter() - started)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.perf_counter() + _LONGEST_START
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            raise SystemExit(f"bench: the server ended with {process.returncode}")
        with suppress(OSError), urlopen(url, timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.01)
    raise SystemExit(f"bench: {url} gave no page within {_LONGEST_START:.0f} s")


@contextmanager
def ceiling() -> Iterator[Address]:
    """The server that does nothing."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bench.ceiling", str(port)], cwd=ROOT)
    try:
        for _ in range(500):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.01)
        yield "127.0.0.1", port
    finally:
        process.terminate()
        process.wait(10)
