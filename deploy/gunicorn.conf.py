"""Settings of gunicorn for one machine: two workers that share what was loaded before they were forked."""

import gc
import os
from pathlib import Path

bind = os.environ.get("TARMAQ_BIND", "127.0.0.1:5000")
workers = int(os.environ.get("TARMAQ_WORKERS", "2"))
# Threads hide the wait for a phone on a slow line; the work itself is short.
worker_class = "gthread"
threads = int(os.environ.get("TARMAQ_THREADS", "4"))
# Rules, compiled content and templates are loaded once and shared by copy on write.
preload_app = True
timeout = 60
graceful_timeout = 10
keepalive = 5
# gunicorn 27 would open a control socket in the home folder.
control_socket_disable = True
# The heartbeat file must not wait for a disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
accesslog = os.environ.get("TARMAQ_ACCESS_LOG")
loglevel = "warning"


def when_ready(server):
    """Hides all that is loaded from the collector, so that a sweep does not copy shared pages."""
    gc.collect()
    gc.freeze()
    print(f"Tarmaq: http://{bind}", flush=True)


def post_fork(server, worker):
    """Gives each worker its own database connections: one opened before the fork must not be shared."""
    app = worker.app.callable
    databases = getattr(app, "extensions", {}).get("sqlalchemy")
    if databases is None:
        return
    with app.app_context():
        for engine in databases.engines.values():
            engine.dispose(close=False)
