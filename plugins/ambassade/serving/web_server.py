"""The built site over HTTP, on this machine alone, with the events that pages listen to.

In: the folder of the built site, the board of news, a port. Out: a server to run in a thread.
"""

from __future__ import annotations

import errno
import json
import os
import socketserver
import sys
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from ambassade.problem import N_
from ambassade.serving import served_page
from ambassade.serving.built_files import HTML, find_file, type_of_file
from ambassade.serving.site_headers import headers_for
from ambassade.stop import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ambassade.serving.board import Board, News

HOST: Final = "127.0.0.1"
OUR_NAMES: Final = ("127.0.0.1", "localhost")
HEARTBEAT: Final = 10.0
ASKED_EVERY: Final = 0.1


@contextmanager
def serving(root: Path, board: Board, port: int) -> Iterator[int]:
    """Serve `root` during the block; yield the port. Raises EnvironmentFault when it is not to be had."""
    try:
        server = WebServer(root, board, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            told = N_("Port {port} is taken, perhaps by another server. Choose one with --port.")
            raise EnvironmentFault(told, port=port) from error
        told = N_("Port {port} cannot be used: {reason}. Choose another with --port.")
        raise EnvironmentFault(told, port=port, reason=error.strerror or error) from error
    with server:
        Thread(target=server.serve_forever, args=(ASKED_EVERY,), daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


class WebServer(ThreadingHTTPServer):
    """Answers each request in a thread; none of them keeps the process from ending."""

    daemon_threads = True
    block_on_close = False
    # On Windows it would let two servers have one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, root: Path, board: Board, port: int) -> None:
        """Take the port, 0 being any that is free. Raises `OSError`."""
        super().__init__((HOST, port), partial(Handler, root=root, board=board))

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the signature
        """Say nothing of a browser that went away in the middle."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server_version, sys_version = "Ambassade", ""

    def __init__(self, *args: Any, root: Path, board: Board) -> None:  # noqa: ANN401 - the signature
        self.root, self.board = root, board
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file of the site, or one of our own."""
        path = self.path.partition("?")[0]
        if not self._is_for_us():
            # A page of the wide world, its name led here: drafts are not for it.
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif path == served_page.EVENTS:
            self._send_events()
        elif path.startswith(served_page.OWN):
            self._send_own(path.removeprefix(served_page.OWN))
        else:
            self._send_site(self.board.news)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def _is_for_us(self) -> bool:
        name = self.headers.get("Host", HOST).rpartition("@")[2].partition(":")[0]
        return name.lower() in OUR_NAMES

    def _send_own(self, name: str) -> None:
        if name in served_page.OWN_FILES:
            self._send(HTTPStatus.OK, served_page.read_own_file(name), type_of_file(name))
        else:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")

    def _send_site(self, news: News) -> None:
        if not news.build:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, served_page.make_page(news), HTML)
            return
        found = find_file(self.root, news.base, self.path)
        if isinstance(found, str):
            self._send(HTTPStatus.FOUND, b"", "text/plain", Location=found)
        elif found is None or not self._send_file(HTTPStatus.OK, found, news):
            missing = self.root / "404.html"
            if not self._send_file(HTTPStatus.NOT_FOUND, missing, news):
                self._send(HTTPStatus.NOT_FOUND, served_page.add_script(b"404", news.build), HTML)

    def _send_file(self, status: HTTPStatus, file: Path, news: News) -> bool:
        """Send a file of the site; False where a new site has just come without it."""
        try:
            data = file.read_bytes()
        except OSError:
            return False
        media_type = type_of_file(file.name)
        if media_type == HTML:
            data = served_page.add_script(data, news.build)
        asked = self.path.partition("?")[0]
        self._send(status, data, media_type, **headers_for(self.root, asked))
        return True

    def _send(self, status: HTTPStatus, data: bytes, media_type: str, **headers: str) -> None:
        own = {
            "X-Content-Type-Options": "nosniff",
            **headers,
            "Content-Type": media_type,
            "Content-Length": str(len(data)),
            "Cache-Control": "no-store",
        }
        self.send_response(status)
        for name, value in own.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        seen = -1
        while self.command != "HEAD":
            news = self.board.wait(seen, HEARTBEAT)
            if news is None:
                # Only by writing is it found out that the browser has left.
                self.wfile.write(b":\n\n")
            else:
                seen = news.number
                self.wfile.write(_write_event(news))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature
        """Keep quiet: the terminal is for builds."""


def _write_event(news: News) -> bytes:
    """Return the state as a server-sent event: `built`, or `failed` with the faults."""
    if not news.faults:
        name = "built" if news.build else "waiting"
        told: dict[str, object] = {"number": news.number, "build": news.build}
    else:
        name = "failed"
        words = served_page.words_of_overlay(news.faults)
        faults = [asdict(one) for one in news.faults[: served_page.MOST_FAULTS]]
        told = {"number": news.number, "build": news.build, "words": words, "faults": faults}
    return f"event: {name}\ndata: {json.dumps(told)}\n\n".encode()
