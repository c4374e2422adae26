"""A visitor of the site: pages with their forms, and forms sent back with everything a browser would send."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

Values = dict[str, "str | list[str]"]


@dataclass
class Form:
    """One form of a page: hidden fields, texts as they stand, and what may be chosen under each name."""

    action: str
    method: str
    hidden: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    chosen: dict[str, list[str]] = field(default_factory=dict)

    @property
    def fields(self) -> Values:
        """What a browser sends if nothing is touched."""
        return {**self.hidden, **self.texts, **self.chosen}


class Page:
    """An answer of the site: status, headers, text, and its forms."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status_code = response.status_code
        self.headers = response.headers
        self.text = response.get_data(as_text=True)
        self.forms = list(forms_in(self.text))

    def form(self, action: str, **hidden: str) -> Form:
        """The first form whose action begins so and whose hidden fields have these values."""
        for form in self.forms:
            if form.action.startswith(action) and hidden.items() <= form.hidden.items():
                return form
        raise AssertionError(f"no form {action} {hidden} among {[(f.action, f.hidden) for f in self.forms]}")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.form: Form | None = None
        self.area = ""
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(named.get("action", ""), named.get("method", "get").lower())
            self.found.append(self.form)
        elif self.form is not None:
            self._control(tag, named)

    def _control(self, tag: str, named: dict[str, str]) -> None:
        assert self.form is not None
        name, value = named.get("name", ""), named.get("value", "")
        if tag == "textarea":
            self.area = name
            self.form.texts[name] = ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            self._choice(self.select, value, "selected" in named)
        elif tag == "input" and name:
            kind = named.get("type", "text")
            if kind == "hidden":
                self.form.hidden[name] = value
            elif kind in ("radio", "checkbox"):
                self._choice(name, value or "on", "checked" in named)
            elif kind != "submit":
                self.form.texts[name] = value

    def _choice(self, name: str, value: str, chosen: bool) -> None:
        assert self.form is not None
        self.form.choices.setdefault(name, []).append(value)
        if chosen:
            self.form.chosen.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = ""
        elif tag == "select":
            self.select = ""

    def handle_data(self, data: str) -> None:
        if self.form is not None and self.area:
            self.form.texts[self.area] += data


def forms_in(html: str) -> Iterable[Form]:
    """Every form of a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.found


class Visitor:
    """A browser: cookies, pages, forms."""

    def __init__(self, app: Flask) -> None:
        self.http = app.test_client()

    def get(self, path: str, **given: Any) -> Page:
        """A page."""
        return Page(self.http.get(path, **given))

    def send(self, form: Form, **typed: str | list[str]) -> Page:
        """The form sent with what was typed or chosen over what stood in it."""
        return Page(self.http.post(form.action, data={**form.fields, **typed}))

    def token(self, path: str = "/account/sign-in") -> str:
        """A CSRF token of this browser's session, from the forms of a page."""
        page = self.get(path, follow_redirects=True)
        return next(form.hidden["csrf_token"] for form in page.forms if "csrf_token" in form.hidden)

    def cookies(self) -> dict[str, str]:
        """Cookies of this site by name."""
        return {cookie.key: cookie.value for cookie in self.http._cookies.values()}
