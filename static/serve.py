"""Serves the folder that this file lies in, on this machine: python3 serve.py [port]

With the two headers that let the page's threads share memory. Needs Python 3.7 or later, nothing else.
"""

import http.server
import os
import sys

os.chdir(os.path.dirname(os.path.abspath(__file__)))


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".safetensors": "application/octet-stream",
    }

    def translate_path(self, path):
        file = super().translate_path(path)
        page = file.rstrip("/\\") + ".html"
        return page if not os.path.isfile(file) and os.path.isfile(page) else file

    def end_headers(self):
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        with open("404.html", "rb") as file:
            words = file.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(words)

    def log_message(self, *_):
        pass


port = int(sys.argv[1]) if len(sys.argv) > 1 else 4173
print(f"LeNet-5 notebook: http://localhost:{port}", flush=True)
http.server.ThreadingHTTPServer(("localhost", port), Handler).serve_forever()
