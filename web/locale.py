"""The language of the interface stands in the path: `/…` Kazakh, `/ru/…` Russian, `/en/…` English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, request
from flask_babel import Babel

LANGUAGES = ("kk", "ru", "en")
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class PathLanguage:
    """Takes `/ru` or `/en` off the path and keeps it as the script's name, so every made address carries it."""

    def __init__(self, wrapped: Wsgi) -> None:
        self.wrapped = wrapped

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        for lang in LANGUAGES[1:]:
            if path == f"/{lang}" or path.startswith(f"/{lang}/"):
                environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + f"/{lang}"
                environ["PATH_INFO"] = path[len(lang) + 1 :] or "/"
                environ["tarmaq.lang"] = lang
        return self.wrapped(environ, start_response)


def language() -> str:
    """The language of this request; Kazakh outside a request."""
    return str(request.environ.get("tarmaq.lang", "kk")) if request else "kk"


def in_language(lang: str) -> str:
    """The address of this page in another language."""
    prefix = "" if lang == "kk" else f"/{lang}"
    query = f"?{request.query_string.decode('ascii', 'ignore')}" if request.query_string else ""
    return f"{prefix}{request.path}{query}"


def init(app: Flask) -> None:
    """Languages by the path, catalogues from `translations/`; Kazakh is written in the source."""
    app.wsgi_app = PathLanguage(app.wsgi_app)  # type: ignore[method-assign, arg-type]
    app.config["BABEL_DEFAULT_LOCALE"] = "kk"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Asia/Almaty"
    app.config["SESSION_COOKIE_PATH"] = "/"
    Babel(app, locale_selector=language)
