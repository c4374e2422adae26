"""Small answers for slow lines: text is packed, and files whose address carries a hash are kept by the browser."""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Response, request, session

SMALLEST = 1_000
PACKED = frozenset({
    "text/html", "text/css", "text/javascript", "text/plain", "application/json", "image/svg+xml",
})  # fmt: skip
# Addresses of files change with their content, see `web.pages.asset`; names of fonts carry a hash of their own.
_KEPT = "public, max-age=31536000, immutable"
_NAMED_BY_HASH = "/static/vendor/fonts/"


def pack(response: Response) -> Response:
    """The answer with gzip where the browser takes it, and with a year to live where its address has a hash."""
    if request.path.startswith("/static/") and response.status_code in (200, 304):
        _keep(response)
    takes = "gzip" in request.accept_encodings and response.status_code not in (204, 206, 304)
    if not takes or response.mimetype not in PACKED or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    of_file = response.direct_passthrough
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) < SMALLEST:
        return response
    # a page is packed once for one visitor, a file once for all
    response.set_data(_whole(data) if of_file else gzip.compress(data, 4, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers.pop("Accept-Ranges", None)
    etag, _ = response.get_etag()
    if etag:
        response.set_etag(etag, weak=True)
    return response


def _keep(response: Response) -> None:
    if "v" in request.args or request.path.startswith(_NAMED_BY_HASH):
        response.headers["Cache-Control"] = _KEPT
        response.vary.discard("Cookie")
        # others looked whether anybody is signed in; a file is the same for all
        session.accessed = False


@lru_cache(maxsize=64)
def _whole(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)
