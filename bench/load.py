"""A load generator of the standard library: raw HTTP/1.1 on kept connections, one selector, one thread."""

from __future__ import annotations

import re
import selectors
import socket
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from time import perf_counter

Address = tuple[str, int]
Requests = Callable[[], bytes]
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
_CHUNK = 1 << 18
_LAST_ANSWERS = 10.0


@dataclass(slots=True)
class Tally:
    """What was answered in the window: seconds, latencies in seconds, number of answers by status.

    `served` counts every answer, also those before and after the window.
    """

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    served: int = 0
    reconnects: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds if self.seconds else 0.0

    def quantile(self, part: float) -> float:
        """The latency in milliseconds below which this part of the answers came; 0 where none came."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000 if ordered else 0.0

    def add(self, other: Tally) -> None:
        """Take in the answers of another window."""
        self.seconds += other.seconds
        self.latencies += other.latencies
        self.statuses += other.statuses
        self.served += other.served
        self.reconnects += other.reconnects


class Connection:
    """One kept connection that sends its next request as soon as the answer to the last one is whole."""

    def __init__(self, address: Address, requests: Requests) -> None:
        self.address, self.requests = address, requests
        self.sent_at, self.read, self.awaited, self.status = 0.0, b"", -1, 0
        self.open()

    def open(self) -> None:
        """Connect; also after the server closed the connection."""
        self.socket = socket.create_connection(self.address, timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self) -> None:
        """Send the next request and begin to wait."""
        self.read, self.awaited = b"", -1
        self.sent_at = perf_counter()
        self.socket.sendall(self.requests())

    def receive(self) -> bool:
        """Take in what has come; whether the answer is whole. `ConnectionError` where the server closed."""
        chunk = self.socket.recv(_CHUNK)
        if not chunk:
            raise ConnectionError
        self.read = self.read + chunk if self.read else chunk
        if self.awaited < 0 and (end := self.read.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self.read, 0, end + 2)
            self.status = int(self.read[9:12])
            self.awaited = end + 4 + (int(length.group(1)) if length else 0)
        return 0 <= self.awaited <= len(self.read)


def run(address: Address, conversations: Sequence[Requests], seconds: float, warm: float = 0.15) -> Tally:
    """One connection for each conversation, as fast as it is answered; the first `warm` seconds are not counted.

    Connections come one by one while those before already work: a burst would often go whole to one worker.
    """
    connections, tally = [], Tally()
    with selectors.DefaultSelector() as waiting:
        for requests in conversations:
            connections.append(connection := Connection(address, requests))
            waiting.register(connection.socket, selectors.EVENT_READ, connection)
            connection.send()
            _until(waiting, tally, inf, perf_counter() + warm / 2 / len(conversations))
        begin = perf_counter() + warm / 2
        tally.seconds = seconds
        _until(waiting, tally, begin, begin + seconds)
        _finish(waiting, tally)
    for connection in connections:
        connection.socket.close()
    return tally


def _until(waiting: selectors.BaseSelector, tally: Tally, begin: float, end: float) -> None:
    while (now := perf_counter()) < end:
        for key, _ in waiting.select(end - now):
            connection: Connection = key.data
            try:
                if not connection.receive():
                    continue
            except OSError:
                _again(waiting, connection, tally)
                continue
            came = perf_counter()
            tally.served += 1
            if begin <= came < end:
                tally.latencies.append(came - connection.sent_at)
                tally.statuses[connection.status] += 1
            connection.send()


def _again(waiting: selectors.BaseSelector, connection: Connection, tally: Tally) -> None:
    tally.reconnects += 1
    waiting.unregister(connection.socket)
    connection.socket.close()
    connection.open()
    waiting.register(connection.socket, selectors.EVENT_READ, connection)
    connection.send()


def _finish(waiting: selectors.BaseSelector, tally: Tally) -> None:
    """Wait for the answers under way, so that they do not burden the next round."""
    deadline = perf_counter() + _LAST_ANSWERS
    open_ = len(waiting.get_map())
    while open_ and perf_counter() < deadline:
        for key, _ in waiting.select(0.5):
            try:
                whole = key.data.receive()
            except OSError:
                whole = True
            if whole:
                tally.served += 1
                waiting.unregister(key.fileobj)
                open_ -= 1


def get(path: str, cookies: str = "") -> Requests:
    """The same GET again and again."""
    cookie = f"Cookie: {cookies}\r\n" if cookies else ""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}\r\n".encode()
    return lambda: request
