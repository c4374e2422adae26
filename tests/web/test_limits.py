"""Limits of how often one may ask: counted, said with when to come back, and off where a test does not ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.browsing import Visitor
from web.settings import Settings


@pytest.fixture
def limited(settings: Settings, make_app: Callable[[Settings], Flask]) -> Flask:
    """The site with its limits."""
    return make_app(replace(settings, limits=True))


def ask(client: FlaskClient, times: int) -> list[int]:
    return [client.post("/api/v1/rules/pretrial-list", json={}).status_code for _ in range(times)]


def test_the_api_answers_so_many_times_a_minute_and_says_when_again(limited: Flask) -> None:
    client = limited.test_client()
    statuses = ask(client, 125)
    assert 429 not in statuses[:100] and statuses[-1] == 429
    refused = client.post("/api/v1/rules/pretrial-list", json={})
    assert refused.status_code == 429 and refused.mimetype == "application/json"
    assert 0 < int(refused.headers["Retry-After"]) <= 61


def test_guessing_a_password_is_slowed_down(limited: Flask) -> None:
    visitor = Visitor(limited)
    token = visitor.token()
    typed = {"csrf_token": token, "login": "bas", "password": "не помню-пароль-1"}
    statuses = [visitor.http.post("/account/sign-in", data=typed).status_code for _ in range(14)]
    assert statuses[0] == 422 and statuses[-1] == 429


def test_pages_still_answer_while_the_api_is_refused(limited: Flask) -> None:
    client = limited.test_client()
    ask(client, 125)
    assert client.get("/cases").status_code == 200


def test_without_limits_nothing_is_refused(client: FlaskClient) -> None:
    assert 429 not in ask(client, 140)
