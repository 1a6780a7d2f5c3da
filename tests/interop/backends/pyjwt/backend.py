# SPDX-FileCopyrightText: 2026 The Assay authors
# SPDX-License-Identifier: Apache-2.0

"""A backend with PyJWT, which answers as FastAPI does.

usage: backend.py ISSUER JWKS_URL AUDIENCE ALGORITHM; prints its URL, ends with its standard input
"""

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt

issuer, jwks_url, audience, algorithm = sys.argv[1:]
# Every unknown kid asks the issuer: the tests change keys within the half minute that it would wait.
keys = jwt.PyJWKClient(jwks_url, timeout=5, cooldown_duration=0)


def claims_of(token):
    key = keys.get_signing_key_from_jwt(token)
    return jwt.decode(
        token,
        key,
        algorithms=[algorithm],
        audience=audience,
        issuer=issuer,
        options={"require": ["exp", "iss", "aud"]},
    )


class Handler(BaseHTTPRequestHandler):
    timeout = 10

    def do_GET(self):
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return self.refuse("Not authenticated")
        try:
            self.answer(200, claims_of(token))
        except jwt.PyJWTError as error:
            self.refuse(str(error))
        except Exception as error:  # What the library lets through is a fault of the server.
            self.log_error("%r", error)
            self.answer(500, {"detail": "Internal Server Error"})

    def refuse(self, detail):
        self.answer(401, {"detail": detail}, {"WWW-Authenticate": "Bearer"})

    def answer(self, status, body, headers=None):
        content = json.dumps(body).encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_request(self, *_):
        pass


def end_with_input():
    sys.stdin.buffer.read()
    os._exit(0)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=end_with_input, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
