"""A server that does nothing: what the load generator itself can count. Run as `python -m bench.ceiling PORT`."""

from __future__ import annotations

import selectors
import socket
import sys

BODY = b"x" * 1000
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)


def serve(port: int) -> None:
    """Answer every request, which must come in one piece, with the same bytes; until killed."""
    listening = socket.create_server(("127.0.0.1", port))
    waiting = selectors.DefaultSelector()
    waiting.register(listening, selectors.EVENT_READ)
    while True:
        for key, _ in waiting.select():
            if key.fileobj is listening:
                waiting.register(listening.accept()[0], selectors.EVENT_READ)
                continue
            connection: socket.socket = key.fileobj  # type: ignore[assignment]
            try:
                asked = connection.recv(65536)
            except ConnectionError:
                asked = b""
            if asked:
                connection.sendall(ANSWER)
            else:
                waiting.unregister(connection)
                connection.close()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
