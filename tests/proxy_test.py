"""Debian's nginx and Caddy before the public server, by the configurations that docs/guide/server gives: nothing that was sent is left on their disks."""
import argparse
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import public_server_test as public  # noqa: E402

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
GUIDE = pathlib.Path(__file__).resolve().parent.parent / "docs/guide/server"


class Proxied:
    """nginx with our configuration, and only its paths, names and certificates changed, before `sanaq serve --public`."""

    def __init__(self, folder, onion=False, **more):
        self.folder = pathlib.Path(folder)
        self.server = public.Served(folder, *more.get("flags", ()))
        self.prefix = self.folder / "nginx"
        (self.prefix / "logs").mkdir(parents=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        listen = f"listen 127.0.0.1:{self.port}" + (" proxy_protocol" if onion else "") + ";"
        text = self.adapted((GUIDE / "nginx.conf").read_text())
        if onion:
            text = text[:text.index("\nserver {")] + self.adapted((GUIDE / "nginx-onion.conf").read_text())
        text = re.sub(r"    listen [^;]*;\n", "", text).replace("    root ", f"    {listen}\n    root ", 1)
        (self.prefix / "nginx.conf").write_text(
            ("user root;\n" if os.geteuid() == 0 else "") + f"worker_processes {more.get('workers', 1)};\npid {self.prefix}/pid;\nevents {{ worker_connections 4096; }}\nworker_rlimit_nofile 8192;\n"
            "http {\n" + "".join(f"{kind}_temp_path {self.prefix}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            + more.get("http", "") + "types { text/html html; text/css css; }\n" + text + "\n}\n")
        self.process = subprocess.Popen([NGINX, "-p", str(self.prefix), "-c", "nginx.conf", "-g", "daemon off;", "-e", str(self.prefix / "logs/start.log")],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(100):
            try:
                self.connect().close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(self.process.communicate(timeout=5)[1])

    def adapted(self, text):
        return re.sub(r"    (ssl_certificate\S*|server_name) [^;]*;\n", "", text).replace("/run/sanaq/socket", self.server.address[5:]).replace(
            "/srv/sanaq/site", str(self.server.site)).replace("/var/log/nginx", str(self.prefix / "logs"))

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port))
        connection.settimeout(30)
        return connection

    def ask(self, method, path, fields=None, headers=(), before=b""):
        with self.connect() as connection:
            body = public.urllib.parse.urlencode(fields or {}).encode()
            head = f"{method} {path} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n" + "".join(f"{line}\r\n" for line in headers)
            if method == "POST":
                head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
            connection.sendall(before + head.encode() + b"\r\n" + (body if method == "POST" else b""))
            return public.parts_of(public.read_all(connection))

    def end(self):
        self.process.terminate()
        self.process.communicate(timeout=20)
        return self.server.end()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()  # killed, it would leave its workers
        self.process.communicate(timeout=20)
        self.server.end(public.signal.SIGKILL)


def canaries_on_disk(folder, words="canary"):
    found = set()
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                data = path.read_bytes()
                if b"canary" in data or words.encode() in data:
                    found.add(str(path))
        except OSError:
            pass
    return found


def send_canaries(test, proxied):
    """Testimony, a comment, an addition and a file, with the disk watched while the file goes through."""
    form = proxied.ask("GET", "/testify?lang=ru")[2]
    words = public.value(form, "words")
    text = "canary-of-a-witness-" * 4500
    status, _, page = proxied.ask("POST", "/testify", {"lang": "ru", "words": words, "words_token": public.value(form, "words_token"), "text": text})
    test.assertEqual(200, status)
    test.assertTrue(public.shows(page, "text_arrived"), page[:2000])
    fields = {"page": "index.html", "lang": "ru", "text": "canary-of-a-comment"}
    guard = proxied.ask("POST", "/comment", fields)[2]
    status, head, _ = proxied.ask("POST", "/comment/send", {**fields, "token": public.value(guard, "token"), "answer": public.solved(guard)})
    test.assertEqual(303, status)
    test.assertRegex(head, r"Location: (http://[^/]+)?/comment/thanks")
    proxied.ask("POST", "/return", {"words": words, "text": "canary-of-an-addition"})
    stop = threading.Event()
    seen = set()

    def watch():
        while not stop.is_set():
            seen.update(canaries_on_disk(proxied.folder))

    watching = threading.Thread(target=watch)
    watching.start()
    body = public.multipart({"words": words}, "canary-name", b"canary-of-a-photograph-" * 300000)
    with proxied.connect() as connection:
        connection.sendall(b"POST /testify/files HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: %d\r\n\r\n"
                           % len(body) + body)
        status = public.parts_of(public.read_all(connection))[0]
    stop.set()
    watching.join()
    test.assertIn(status, (200,) if public.has_room_for_files(proxied.folder) else (200, 503))
    test.assertEqual(set(), seen | canaries_on_disk(proxied.folder, words))
    code, out, error = proxied.server.end()
    test.assertEqual(0, code)
    test.assertNotIn("canary", out + error)


@unittest.skipUnless(NGINX, "nginx is not installed: tools/install-packages proxies")
class Nginx(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sanaq-nginx-", dir=public.roomy_folder())
        self.addCleanup(self.folder.cleanup)

    def test_nothing_that_was_sent_is_left_on_any_disk(self):
        with Proxied(self.folder.name) as proxied:
            send_canaries(self, proxied)
            for log in (proxied.prefix / "logs").iterdir():
                self.assertNotIn("127.0.0.1", log.read_text(), "a line says who was here")

    def test_slow_heads_and_slow_bodies_stop_nobody(self):
        with Proxied(self.folder.name) as proxied:
            slow = []
            for number in range(300):
                connection = proxied.connect()
                connection.sendall(b"GET / HTT" if number % 2 else b"POST /comment HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\npage=")
                slow.append(connection)
            for _ in range(50):
                self.assertEqual(200, proxied.ask("GET", "/testify?lang=en")[0])
                self.assertEqual(200, proxied.ask("GET", "/")[0])
            for connection in slow:
                connection.close()

    def test_too_large_a_body_and_a_server_that_is_away_give_our_pages_in_the_readers_language(self):
        with Proxied(self.folder.name) as proxied:
            status, _, page = proxied.ask("POST", "/comment", {"text": "x" * 600000}, ["Accept-Language: ru"])
            self.assertEqual((413, "<p>our page for 413 in ru</p>"), (status, page))
            status, _, page = proxied.ask("GET", "/server/ru/413.html")
            self.assertEqual(404, status)
            self.assertEqual(404, proxied.ask("GET", "/server/ru/guard.html")[0])
            self.assertEqual(404, proxied.ask("GET", "/server/intake-keys.txt")[0])
            proxied.server.end(public.signal.SIGKILL)
            status, _, page = proxied.ask("GET", "/testify", headers=["Accept-Language: kk"])
            self.assertEqual((502, "<p>our page for 502 in kk</p>"), (status, page))
            self.assertEqual(200, proxied.ask("GET", "/")[0], "the site is there without it")

    def test_a_comment_is_counted_by_onion_circuit(self):
        with Proxied(self.folder.name, onion=True) as proxied:
            def send(circuit):
                before = f"PROXY TCP6 fc00:dead:beef:4dad::{circuit} ::1 65535 80\r\n".encode()
                fields = {"page": "index.html", "lang": "en", "text": "x"}
                guard = proxied.ask("POST", "/comment", fields, before=before)[2]
                return proxied.ask("POST", "/comment/send", {**fields, "token": public.value(guard, "token"), "answer": public.solved(guard)}, before=before)[0]

            self.assertEqual([303] * 30 + [429], [send("0:29") for _ in range(31)])
            self.assertEqual(303, send("0:30"))


class BehindCaddy(Proxied):
    """Caddy with our configuration; only its name, paths and certificates are changed."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.server = public.Served(folder)
        self.prefix = self.folder / "caddy"
        self.prefix.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        text = (GUIDE / "Caddyfile").read_text().replace("\nexample.org {", f"\nhttp://127.0.0.1:{self.port}, http://example.org:{self.port}, http://x:{self.port} {{", 1)
        text = text.replace("\n{\n", "\n{\n\tadmin off\n\tauto_https off\n", 1)
        text = text.replace("/run/sanaq/socket", self.server.address[5:]).replace("/srv/sanaq/site", str(self.server.site))
        (self.prefix / "Caddyfile").write_text(text)
        with (self.prefix / "log").open("w") as log:
            self.process = subprocess.Popen([shutil.which("caddy"), "run", "--config", str(self.prefix / "Caddyfile"), "--adapter", "caddyfile"], stdout=log, stderr=log,
                                            env=dict(os.environ, XDG_DATA_HOME=str(self.prefix), XDG_CONFIG_HOME=str(self.prefix), TMPDIR=str(self.prefix)))
        for _ in range(200):
            try:
                self.connect().close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError((self.prefix / "log").read_text())


@unittest.skipUnless(shutil.which("caddy"), "caddy is not installed: tools/install-packages proxies")
class Caddy(unittest.TestCase):
    def test_nothing_that_was_sent_is_left_on_any_disk(self):
        with tempfile.TemporaryDirectory(prefix="sanaq-caddy-", dir=public.roomy_folder()) as folder, BehindCaddy(folder) as proxied:
            self.assertEqual(413, proxied.ask("POST", "/comment", {"text": "x" * 600000})[0])
            self.assertEqual(404, proxied.ask("GET", "/server/ru/guard.html")[0])
            self.assertEqual(200, proxied.ask("GET", "/")[0])
            send_canaries(self, proxied)
            status, _, page = proxied.ask("GET", "/testify")
            self.assertEqual((502, "<p>our page for 502 in en</p>"), (status, page))
            self.assertNotIn("127.0.0.1:", re.sub(r'"(server|listener|addr)\w*":"[^"]*"', "", (proxied.prefix / "log").read_text()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", required=True)
    public.PROGRAM = str(pathlib.Path(parser.parse_known_args()[0].program).resolve())
    unittest.main(argv=[sys.argv[0]] + parser.parse_known_args()[1], verbosity=2)
