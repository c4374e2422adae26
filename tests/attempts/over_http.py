"""A person who answers over a real connection, as fast as the server lets, until it is gone."""

from __future__ import annotations

import http.client
import time
from http.cookies import SimpleCookie
from threading import Thread
from urllib.parse import urlencode

from tests.browsing import forms_in


def wait_until_it_answers(port: int, seconds: float = 10) -> None:
    """Until the site says that it is alive."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server does not answer")


class Answering(Thread):
    """Posts one answer after another; tokens of those that came back with 303 are `acknowledged`."""

    def __init__(self, port: int, path: str, typed: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self.port, self.path, self.typed = port, path, typed
        self.cookies: dict[str, str] = {}
        self.acknowledged: list[str] = []

    def run(self) -> None:
        """Until the connection breaks."""
        try:
            form = next(f for f in forms_in(self._ask("GET", self.path)[1]) if f.hidden.get("task") == "t1")
            for number in range(10_000):
                token = f"{id(self):x}-{number}"
                sent = {**form.hidden, **self.typed, "token": token}
                if self._ask("POST", form.action, sent)[0] == 303:
                    self.acknowledged.append(token)
        except (OSError, http.client.HTTPException):
            return

    def _ask(self, method: str, path: str, sent: dict[str, str] | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if sent:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urlencode(sent) if sent else None, headers)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        connection.close()
        return answer.status, body
