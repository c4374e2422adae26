"""Learners at work: each has a cookie of its own and posts right answers to the tasks of a case, with fresh tokens."""

from __future__ import annotations

import http.client
import secrets
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml

from bench.load import Address, Requests

_PLACE = "TOKENTOKENTOKENTOKEN"


class _Forms(HTMLParser):
    """Hidden fields of every form that answers a task, by the task's id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tasks: dict[str, dict[str, str]] = {}
        self._open: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = {}
        elif tag == "input" and named.get("type") == "hidden":
            self._open[named["name"]] = named.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and "task" in self._open:
            self.tasks[self._open["task"]] = self._open


class Learner:
    """A browser with its cookies."""

    def __init__(self, address: Address, case: Path) -> None:
        self.address, self.path = address, f"/cases/{case.stem}"
        self.cookies: dict[str, str] = {}
        self.right = {task["id"]: fields(task) for task in read_case(case)["tasks"] if task["kind"] != "reasoning"}

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """Status and text of one request, with the cookies kept."""
        connection = http.client.HTTPConnection(*self.address, timeout=20)
        headers = {"Cookie": self.cookie_line()}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def cookie_line(self) -> str:
        """The cookies as one header line."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def begin(self) -> None:
        """Open the case and answer every task once: from here on there is an attempt with a history."""
        forms = self._forms()
        for task in self.right:
            status, text = self.ask("POST", f"{self.path}/answer", self._body(forms[task], task))
            if status != 303:
                raise SystemExit(f"bench: {self.path} {task}: {status} instead of 303\n{text[:2000]}")
        self.forms = self._forms()

    def _forms(self) -> dict[str, dict[str, str]]:
        status, text = self.ask("GET", self.path)
        if status != 200:
            raise SystemExit(f"bench: {self.path}: {status}")
        return _Forms(text).tasks

    def _body(self, hidden: Mapping[str, str], task: str) -> str:
        token = secrets.token_hex(10)
        return urlencode([*({**hidden, "token": token}).items(), *self.right[task]])

    def answers(self) -> Requests:
        """Right answers, task after task, each with a token never used before."""
        templates = [self._template(task) for task in self.right]
        at = secrets.randbelow(len(templates))

        def request() -> bytes:
            nonlocal at
            at = (at + 1) % len(templates)
            before, after = templates[at]
            return before + secrets.token_hex(10).encode() + after

        return request

    def _template(self, task: str) -> tuple[bytes, bytes]:
        body = urlencode([*({**self.forms[task], "token": _PLACE}).items(), *self.right[task]])
        head = (
            f"POST {self.path}/answer HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie_line()}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        before, _, after = (head + body).encode().partition(_PLACE.encode())
        return before, after


def read_case(path: Path) -> dict[str, Any]:
    """The case file, every scalar but lists and tables as the word it is."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return found


def fields(task: Mapping[str, Any]) -> Sequence[tuple[str, str]]:
    """The first of the answers that must pass, as the fields of a form."""
    kind, answer = task["kind"], task["passes"][0]
    if isinstance(answer, Mapping):
        return [(str(name), str(value)) for name, value in answer.items()]
    if kind == "order":
        return [(f"place-{id_}", str(place)) for place, id_ in enumerate(answer, start=1)]
    if kind in ("decisive", "several"):
        return [({"several": "options"}.get(kind, kind), value) for value in answer]
    return [({"choice": "option", "competence": "body"}.get(kind, kind), str(answer))]
