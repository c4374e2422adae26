"""Prepares the data (migrate, load content, EPUB, demonstration people) in one process, then becomes gunicorn.

Run as `python -m deploy.serve` from the root of the repository; `--prepare-only` stops before gunicorn.
Demonstration people are made only where TARMAQ_DEMO is 1.
"""

import os
import sys
import time
from pathlib import Path

from flask.cli import ScriptInfo

from app import create_app

ROOT = Path(__file__).resolve().parent.parent
# the EPUB takes a second; the PDF takes minutes and is left to `flask content book --pdf`
STEPS = (("db", "upgrade"), ("content", "load"), ("content", "book", "--epub"))
DEMO_STEPS = (("accounts", "demo"),)


def prepare() -> None:
    """Runs the set-up commands of the site before any worker exists; each may run again without harm."""
    app = create_app()
    demo = os.environ.get("TARMAQ_DEMO") == "1"
    for step in (*STEPS, *(DEMO_STEPS if demo else ())):
        started = time.monotonic()
        known = ScriptInfo(create_app=lambda: app)
        app.cli.main(args=list(step), prog_name="flask", standalone_mode=False, obj=known)
        print(f"Tarmaq: {' '.join(step)} ({time.monotonic() - started:.1f} s)", flush=True)


def main() -> None:
    """Prepares, then hands the process over, so that signals reach gunicorn itself."""
    (ROOT / "instance").mkdir(mode=0o700, exist_ok=True)
    prepare()
    if sys.argv[1:] == ["--prepare-only"]:
        return
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "deploy" / "gunicorn.conf.py")]
    os.chdir(ROOT)
    os.execv(sys.executable, [*gunicorn, "app:create_app()"])


if __name__ == "__main__":
    main()
