"""Pages and files on a slow line: packed where the browser takes it, kept where the address says what is in them."""

from __future__ import annotations

import gzip

import pytest
from flask.testing import FlaskClient

PACKED = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("path", ["/about", "/static/css/page.css", "/static/js/drafts.js", "/api/v1/openapi.json"])
def test_text_is_packed_for_browsers_that_take_it(client: FlaskClient, path: str) -> None:
    plain, small = client.get(path), client.get(path, headers=PACKED)
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.content_length == len(small.data) < len(plain.data) / 2
    assert gzip.decompress(small.data)[:200] == plain.data[:200]
    assert "Accept-Encoding" in small.headers["Vary"]


def test_fonts_and_short_answers_are_left_as_they_are(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/healthz", headers=PACKED).headers


def test_a_file_with_a_hash_in_its_address_is_kept_for_a_year(client: FlaskClient) -> None:
    kept = client.get("/static/css/page.css?v=1", headers=PACKED).headers
    assert "immutable" in kept["Cache-Control"] and "Cookie" not in kept["Vary"]
    assert "immutable" not in client.get("/static/css/page.css").headers["Cache-Control"]


def test_a_page_is_never_kept(client: FlaskClient) -> None:
    page = client.get("/about?v=1", headers=PACKED)
    assert page.headers["Cache-Control"] == "private, no-cache" and "Cookie" in page.headers["Vary"]


def test_a_file_asked_for_again_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/static/css/page.css", headers=PACKED)
    again = client.get("/static/css/page.css", headers={**PACKED, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.data
