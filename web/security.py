"""Headers, CSRF and limits: the same for every page."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect, generate_csrf
from werkzeug.middleware.proxy_fix import ProxyFix

from web.packing import pack
from web.settings import Settings

csrf = CSRFProtect()
limiter = Limiter(key_func=get_remote_address, default_limits=["1200 per minute"], headers_enabled=False)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; "
    "worker-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
LARGEST_REQUEST = 1_500_000
PLACEHOLDER = "@@csrf-token@@"


def around_tokens(page: str) -> tuple[bytes, ...]:
    """The encoded parts of a page that was rendered once for all; between them stands the visitor's token."""
    return tuple(part.encode() for part in page.split(PLACEHOLDER))


def fill_token(parts: tuple[bytes, ...]) -> bytes:
    """The page with this visitor's token; none is made where the page has no form."""
    return generate_csrf().encode().join(parts) if len(parts) > 1 else parts[0]


def init(app: Flask, settings: Settings) -> None:
    """CSRF for every form, strict headers, sane cookies, limits."""
    app.config.update(
        SECRET_KEY=settings.secret_key, MAX_CONTENT_LENGTH=LARGEST_REQUEST, MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        MAX_FORM_PARTS=400, SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https, SESSION_COOKIE_NAME="tarmaq_session", WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False, RATELIMIT_STORAGE_URI=settings.redis_url or "memory://",
        RATELIMIT_ENABLED=settings.limits, RATELIMIT_STRATEGY="moving-window",
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=bool(settings.redis_url),
    )  # fmt: skip
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, settings.proxies, settings.proxies, settings.proxies)  # type: ignore[method-assign]
    csrf.init_app(app)
    limiter.init_app(app)
    # the last function named here is the first to run
    app.after_request(pack)
    app.after_request(_headers)
    if settings.https:
        app.after_request(_transport)


def _headers(response: Response) -> Response:
    held = {name.lower() for name, _ in response.headers}
    response.headers.extend([both for both in HEADERS.items() if both[0].lower() not in held])
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.vary.add("Cookie")
    return response


def _transport(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def is_htmx() -> bool:
    """Whether a part of a page is asked for, not a whole one."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Boosted") != "true"
