"""The workspace as a program: who gets a link and when, who is refused, what is left when it ends. Screens are tested by the rooms."""
import argparse
import contextlib
import html
import http.client
import os
import pathlib
import re
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

PROGRAM = ""


class Served:
    """`sanaq serve` in a folder of its own; asks as a browser would."""

    def __init__(self, scratch, *arguments, **environment):
        self.scratch = pathlib.Path(scratch)
        run = self.scratch / "run"
        run.mkdir(exist_ok=True)
        self.environment = dict(os.environ, HOME=str(scratch), SANAQ_KEYS=str(self.scratch / "keys"), XDG_STATE_HOME=str(self.scratch / "state"),
                                XDG_RUNTIME_DIR=str(run), LANG="C.UTF-8", **environment)
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.process = subprocess.Popen([PROGRAM, "serve", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env=self.environment, cwd=self.scratch)
        self.link = self.process.stdout.readline().strip()
        self.port = urllib.parse.urlsplit(self.link).port if self.link else None
        self.cookie = None

    def enter(self):
        """Presses Enter in its terminal and gives the new link."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def ask(self, method, path, fields=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {"Origin": f"http://127.0.0.1:{self.port}"} if method == "POST" else {}
        if self.cookie:
            sent["Cookie"] = self.cookie
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        connection.request(method, path, body=body, headers={name: value for name, value in sent.items() if value is not None})
        answer = connection.getresponse()
        text = answer.read().decode()
        given = answer.getheader("Set-Cookie") or ""
        if given.startswith(f"sanaq_{self.port}="):
            self.cookie = given.split(";")[0]
        connection.close()
        return answer.status, text, answer

    def come_in(self, link=None):
        return self.ask("POST", "/in", {"link": link or self.link, "to": "/"})

    def form(self, path, action, **fields):
        """Fills in the form that posts to `action` on the page at `path`, and sends it."""
        page = self.ask("GET", path)[1]
        form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.S)[0]
        hidden = {html.unescape(name): html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)}
        return self.ask("POST", action, {**hidden, **fields})

    def end(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        out, error = self.process.communicate(timeout=20)
        return self.process.returncode, out, error


@contextlib.contextmanager
def served(*arguments, **environment):
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([PROGRAM, "new", f"{scratch}/town"], check=True, capture_output=True)
        one = Served(scratch, *arguments, **environment)
        try:
            yield one
        finally:
            one.end(signal.SIGKILL)


class Serve(unittest.TestCase):
    def test_a_link_lets_in_once_and_enter_gives_a_new_one(self):
        with served("town") as one:
            self.assertRegex(one.link, r"^http://127\.0\.0\.1:\d+/in#[0-9a-f]{64}$")
            self.assertEqual(one.come_in()[0], 303)
            one.cookie = None
            self.assertEqual(one.come_in()[0], 403)
            link = one.enter()
            self.assertNotEqual(link, one.link)
            self.assertEqual(one.come_in(link)[0], 303)
            code, out, error = one.end()
            self.assertEqual((code, out, error), (0, "", ""))
            self.assertEqual(list((one.scratch / "run/sanaq").iterdir()), [])

    def test_it_answers_on_this_computer_alone(self):
        with served() as one:
            with open("/proc/net/tcp", encoding="ascii") as table:
                here = [line.split()[1] for line in table if line.split()[3] == "0A" and line.split()[1].endswith(f":{one.port:04X}")]
            self.assertEqual(here, [f"0100007F:{one.port:04X}"])
            with open("/proc/net/tcp6", encoding="ascii") as table:
                self.assertFalse([line for line in table if line.split()[1].endswith(f":{one.port:04X}") and line.split()[3] == "0A"])

    def test_names_of_other_hosts_other_pages_and_other_methods_are_refused(self):
        with served() as one:
            one.come_in()
            self.assertEqual(one.ask("GET", "/")[0], 200)
            self.assertEqual(one.ask("GET", "/", Host="evil.example")[0], 421)
            self.assertEqual(one.ask("GET", "/", Host=f"evil.example:{one.port}")[0], 421)
            self.assertEqual(one.ask("GET", "/", Sec_Fetch_Site="cross-site")[0], 403)
            self.assertEqual(one.ask("POST", "/town", {}, Origin="http://evil.example")[0], 403)
            self.assertEqual(one.ask("POST", "/town", {}, Origin=None)[0], 403)
            self.assertEqual(one.ask("POST", "/town", {})[0], 403)  # without the secret field
            self.assertEqual(one.ask("OPTIONS", "/")[0], 405)
            self.assertEqual(one.ask("DELETE", "/")[0], 405)
            self.assertFalse((one.scratch / "sanaq").exists())

    def test_every_answer_forbids_what_other_pages_could_do(self):
        with served() as one:
            for status, _, answer in (one.ask("GET", "/"), one.ask("GET", "/in"), one.ask("GET", "/assets/htmx.js"), one.come_in(), one.ask("GET", "/")):
                self.assertIn("default-src 'none'", answer.getheader("Content-Security-Policy"))
                self.assertEqual(answer.getheader("Cache-Control"), "no-store")
                self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")
                self.assertEqual(answer.getheader("Cross-Origin-Resource-Policy"), "same-origin")
                self.assertEqual(answer.getheader("Referrer-Policy"), "same-origin")
                self.assertIsNone(answer.getheader("Access-Control-Allow-Origin"))

    def test_an_address_that_climbs_leads_nowhere(self):
        with served("town") as one:
            one.come_in()
            for path in ("/assets/../frame.html", "/assets/%2e%2e/x", "/lists/%2e%2e", "/lists/..%5c..", "/lists/a%5cb", "/../../etc/passwd"):
                self.assertIn(one.ask("GET", path)[0], (400, 404), path)
            for path in ("/assets/x%00.css", "/lists/a%00", "/lists/a%0d%0aSet-Cookie:%20x"):
                self.assertEqual(one.ask("GET", path)[0], 400, path)

    def test_a_second_start_gets_a_link_from_the_first(self):
        with served("town") as one:
            again = subprocess.run([PROGRAM, "serve", "town"], capture_output=True, text=True, env=one.environment, cwd=one.scratch, check=False, timeout=30)
            self.assertEqual((again.returncode, again.stderr), (0, ""))
            self.assertEqual(urllib.parse.urlsplit(again.stdout.strip()).port, one.port)
            self.assertEqual(one.come_in(again.stdout.strip())[0], 303)
            for path in (one.scratch / "run/sanaq").iterdir():
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)

    def test_where_the_first_cannot_be_asked_it_is_a_conflict_that_names_process_and_port(self):
        with served("town") as one:
            other = dict(one.environment, XDG_RUNTIME_DIR=str(one.scratch / "other"))
            again = subprocess.run([PROGRAM, "serve", "town"], capture_output=True, text=True, env=other, cwd=one.scratch, check=False, timeout=30)
            self.assertEqual(again.returncode, 75)
            self.assertIn(f"process {one.process.pid}, port {one.port}", again.stderr)
            self.assertEqual(again.stdout, "")

    def test_a_port_that_is_taken_is_a_conflict(self):
        with socket.socket() as taken, tempfile.TemporaryDirectory() as scratch:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            one = Served(scratch, "--port", str(taken.getsockname()[1]))
            self.assertEqual(one.end()[0], 75)

    def test_it_comes_back_on_the_same_port(self):
        with served("town") as one:
            port = one.port
            one.end()
            second = Served(one.scratch, "town")
            self.assertEqual(second.port, port)
            self.assertEqual(second.ask("GET", "/")[0], 401)
            second.end()
            # Killed, it leaves a lock and a socket that hinder nobody.
            third = Served(one.scratch, "town")
            third.end(signal.SIGKILL)
            fourth = Served(one.scratch, "town")
            self.assertEqual(fourth.come_in()[0], 303)
            fourth.end()

    def test_what_was_typed_without_a_session_is_carried_through_the_way_in(self):
        with served() as one:
            status, page, _ = one.ask("POST", "/new", {"title": "Ein <Titel>", "places": "Aktau"})
            self.assertEqual(status, 401)
            self.assertIn('name="was.title" value="Ein &lt;Titel&gt;"', page)
            status, page, _ = one.ask("POST", "/in", {"link": one.link, "to": "/new", "was.title": "Ein <Titel>", "was.places": "Aktau"})
            self.assertEqual(status, 200)
            self.assertIn('action="/new"', page)
            self.assertIn('name="title" value="Ein &lt;Titel&gt;"', page)
            self.assertFalse((one.scratch / "sanaq").exists())

    def test_the_recovery_code_is_shown_before_anything_else_and_stands_nowhere(self):
        with served() as one:
            one.come_in()
            self.assertEqual(one.form("/new", "/new", title="An invented count")[0], 303)
            folder = one.scratch / "sanaq/An invented count"
            self.assertTrue((folder / "investigation.toml").exists())
            self.assertEqual(one.ask("GET", "/")[2].getheader("Location"), "/founding")  # the first page founds it
            _, page, _ = one.ask("GET", "/founding")
            rows = re.search(r'class="paper-code"[^>]*>([^<]*)<', page)[1].split()
            self.assertEqual(len(rows), 4)
            self.assertEqual(one.form("/founding", "/founding")[0], 422)
            self.assertEqual(one.form("/founding", "/founding", written="yes")[0], 303)
            self.assertNotIn(rows[0], one.ask("GET", "/founding")[1] + one.ask("GET", "/")[1])
            one.end()
            for path in one.scratch.rglob("*"):
                if path.is_file():
                    self.assertNotIn(rows[0].encode(), path.read_bytes(), path)

    def test_leaving_ends_the_session_and_on_the_desktop_the_program(self):
        with served() as one:
            one.come_in()
            self.assertEqual(one.form("/", "/leave")[0], 200)
            self.assertEqual(one.ask("GET", "/")[0], 401)
            self.assertIsNone(one.process.poll())

    def test_on_the_desktop_the_link_reaches_the_browser_by_a_file_that_is_removed_and_is_printed_nowhere(self):
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            (scratch / "bin").mkdir()
            (scratch / "bin/xdg-open").write_text(f'#!/bin/sh\ncp "$1" {scratch}/page.part && mv {scratch}/page.part {scratch}/page\n')
            (scratch / "bin/xdg-open").chmod(0o700)
            (scratch / "run").mkdir()
            environment = dict(os.environ, HOME=str(scratch), SANAQ_KEYS=str(scratch / "keys"), XDG_STATE_HOME=str(scratch / "state"), LANG="C.UTF-8",
                               XDG_RUNTIME_DIR=str(scratch / "run"), DISPLAY=":9", PATH=f"{scratch}/bin:{os.environ['PATH']}")
            process = subprocess.Popen([PROGRAM, "serve", "--desktop"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
            try:
                for _ in range(200):
                    if (scratch / "page").exists():
                        break
                    time.sleep(0.1)
                link = re.search(r'href="([^"]*)"', (scratch / "page").read_text())[1]
                one = Served.__new__(Served)
                one.link, one.port, one.cookie = link, urllib.parse.urlsplit(link).port, None
                self.assertEqual(one.come_in()[0], 303)
                for _ in range(100):
                    if not list((scratch / "run/sanaq").glob("*.html")):
                        break
                    time.sleep(0.1)
                self.assertEqual(list((scratch / "run/sanaq").glob("*.html")), [])
                with open(f"/proc/{process.pid}/cmdline", "rb") as line:
                    self.assertNotIn(b"in#", line.read())
                self.assertEqual(one.form("/", "/leave")[0], 200)
                out, error = process.communicate(timeout=20)
                self.assertEqual((process.returncode, out, error), (0, "", ""))
            finally:
                process.kill()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", default=str(pathlib.Path(__file__).resolve().parent.parent / "build/sanaq"))
    PROGRAM = parser.parse_args().program
    unittest.main(argv=sys.argv[:1], verbosity=2)
