"""A real HTTP receiver on this machine, for what is sent through Apprise."""

from __future__ import annotations

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = "s3cr3t-t0ken"


class Receiver(ThreadingHTTPServer):
    """Answers with the next of ``answers``, then with 200; keeps what it was sent.

    An answer is a status, a status with headers and a body, "hold" (no answer) or "drip" (one
    without end).
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers, self.messages, self.paths = [], [], []
        self.over = threading.Event()

    def url(self, path=f"hook/{SECRET}", options=""):
        return f"json://127.0.0.1:{self.server_port}/{path}{options}"

    def handle_error(self, request, client_address):
        """Keep a caller that went away out of what another test reads on standard error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.messages.append(json.loads(body))
        self.server.paths.append(self.path)
        answer = self.server.answers.pop(0) if self.server.answers else 200
        if answer == "hold":
            self.server.over.wait()
        elif answer == "drip":
            self._drip()
        else:
            self._answer(*(answer if isinstance(answer, tuple) else (answer, {})))

    def do_GET(self):
        self._answer(200, {})

    def _answer(self, status, headers, body=b""):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not self.server.over.wait(0.02):
            self.wfile.write(b".")

    def log_message(self, *_):
        pass
