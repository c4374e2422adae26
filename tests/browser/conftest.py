"""A served site and a real browser: one of each for all tests of a worker, a fresh context for each visitor."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from tests.conftest import CHROMIUM, close, settings_in
from web import pages

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
PATIENCE = 10_000
# What the console says of a refused form, a page that is not there and a cut network: tests ask for these.
ASKED_FOR = ("status of 422", "status of 404", "ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")
# What moved after it was drawn, though nobody touched anything.
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="session")
def address(loaded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the content of the repository, on a free port of this machine."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(loaded_file, folder / "site.sqlite3")
    app = create_app(settings_in(folder))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    pages.forget()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    serving.join()
    close(app)
    pages.forget()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine, without a window."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        # an image without user namespaces refuses the sandbox; only pages of ours are opened
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(address: str, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Makes visitors: `visit("/cases", size=PHONE, dark=True, scripts=False)` gives the page in a context of its own.

    At the end none of them may have met an error in the console or asked anything of another site.
    """
    contexts, troubles = [], []

    def new(path: str, size: dict[str, int] = PHONE, dark: bool = False, scripts: bool = True, **more: Any) -> Page:
        context = chromium.new_context(
            base_url=address, viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=scripts,
            locale="kk-KZ", reduced_motion="reduce", **more,
        )  # fmt: skip
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if scripts:
            context.add_init_script(WATCH_SHIFTS)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
        page.on("console", lambda said: _note(troubles, page, said.type, said.text))
        page.on("request", lambda asked: asked.url.startswith((address, "data:")) or troubles.append(asked.url))
        page.goto(path)
        return page

    yield new
    for context in contexts:
        context.close()
    assert not troubles, troubles


def _note(troubles: list[str], page: Page, kind: str, text: str) -> None:
    if kind in ("error", "warning") and not any(sign in text for sign in ASKED_FOR):
        troubles.append(f"{page.url}: {text}")
