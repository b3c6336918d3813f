"""The public server as a program: raw requests, an end at any moment, what is left on the disk and in memory, and nginx before it."""
import argparse
import hashlib
import html
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

PROGRAM = ""
ROOT = pathlib.Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs/guide/server"
NUMBERS = {word: number for language in ("zero one two three four five six seven eight nine ten",
                                         "ноль один два три четыре пять шесть семь восемь девять десять",
                                         "нөл бір екі үш төрт бес алты жеті сегіз тоғыз он") for number, word in enumerate(language.split())}
PAGES = {
    "guard": ("page name text reply_to token sum_before sum_after sum_question minutes letters_over back",
              "wrong old used limit full too_long empty trap"),
    "thanks": ("back", ""),
    "testify": ("words words_token text contact letters_over", "publish_nothing publish_without_names publish_all full too_long empty new_words"),
    "receipt": ("words words_token", "text_arrived file_arrived no_file file_too_large full words_asked words_right words_wrong"),
    "return": ("words reply text letters_over",
               "asked known has_reply arrived_today text_arrived file_arrived no_file file_too_large full too_long empty"),
    "error": ("status", "not_found bad_form full too_large busy failed"),
}


def make_site(folder):
    """An invented site whose server's pages show each of their places and parts."""
    for language in ("en", "ru", "kk"):
        own = folder / "server" / language
        own.mkdir(parents=True)
        for name, (places, parts) in PAGES.items():
            own.joinpath(name + ".html").write_text(
                "<!DOCTYPE html><html lang='{%lang%}'><link rel='stylesheet' href='{%root%}sanaq.css'>\n"
                + "".join(f'<input name="{place}" value="{{%{place}%}}">\n' for place in places.split())
                + "".join(f'{{%if {part}%}}<p id="{part}"></p>{{%end {part}%}}\n' for part in parts.split()))
        for status in (413, 502, 503, 504):
            own.joinpath(f"{status}.html").write_text(f"<p>our page for {status} in {language}</p>")
    # A public half whose secret nobody keeps: that of an invented secret, by `openssl`-free arithmetic of libsodium's own tests.
    key = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
    folder.joinpath("server/intake-keys.txt").write_text(f"sanaq intake keys 1\n{key}\n")
    folder.joinpath("index.html").write_text("<!DOCTYPE html><title>An invented page</title>" + "<p>text</p>" * 500)
    folder.joinpath("sanaq.css").write_text("body{}")
    folder.joinpath("sanaq-site.txt").write_text("# sanaq site 1\n")
    return folder


class Served:
    """`sanaq serve --public` over an invented site; on a socket unless a port is wanted."""

    def __init__(self, scratch, *more, site=None, address=None):
        self.scratch = pathlib.Path(scratch)
        self.site = site or make_site(self.scratch / "site")
        self.spool = self.scratch / "spool"
        self.address = address or f"unix:{self.scratch}/socket"
        self.more = more
        self.start()

    def start(self):
        self.process = subprocess.Popen([PROGRAM, "serve", "--public", self.address, "--site", str(self.site), "--spool", str(self.spool), *self.more],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ, LANG="C.UTF-8"))
        self.first = self.process.stdout.readline()

    def connect(self):
        if self.address.startswith("unix:"):
            connection = socket.socket(socket.AF_UNIX)
            connection.connect(self.address[5:])
        else:
            connection = socket.create_connection(("127.0.0.1", int(self.first.split(":")[1].split(";")[0])))
        connection.settimeout(30)
        return connection

    def raw(self, sent):
        """Everything that is answered to these bytes."""
        with self.connect() as connection:
            try:
                connection.sendall(sent)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            return read_all(connection)

    def ask(self, method, path, fields=None, headers=()):
        body = urllib.parse.urlencode(fields or {}).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "".join(f"{line}\r\n" for line in headers)
        if method == "POST":
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        with self.connect() as connection:
            connection.sendall(head.encode() + b"\r\n" + (body if method == "POST" else b""))
            return parts_of(read_all(connection))

    def comment(self, text="An invented comment", lang="ru", headers=()):
        """Writes a comment as a reader does, and gives the last answer."""
        fields = {"page": "index.html", "lang": lang, "name": "n", "text": text, "reply_to": ""}
        guard = self.ask("POST", "/comment", fields, headers)[2]
        return self.ask("POST", "/comment/send", {**fields, "token": value(guard, "token"), "answer": solved(guard)}, headers)

    def envelopes(self):
        return envelopes_in(self.spool)

    def end(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        out, error = self.process.communicate(timeout=30)
        return self.process.returncode, self.first + out, error

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end(signal.SIGKILL)


def read_all(connection):
    answer = b""
    try:
        while piece := connection.recv(65536):
            answer += piece
    except OSError:
        pass
    return answer


def parts_of(answer):
    """(status, headers as they were sent, text) of an answer."""
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ")[1]) if head.startswith(b"HTTP/") else 0, head.decode(), body.decode(errors="replace")


def value(page, name):
    return html.unescape(re.search(rf'<input name="{name}" value="([^"]*)"', page)[1])


def shows(page, part):
    return f'<p id="{part}">' in page


def solved(page):
    """The number for the blank, found by trying, from what a reader sees."""
    for tried in range(11):
        left, sign, right, _, result = f'{value(page, "sum_before")} {tried} {value(page, "sum_after")}'.split()
        number = lambda word: NUMBERS.get(word, int(word) if word.isdigit() else None)
        if (number(left) + number(right) if sign == "+" else number(left) - number(right)) == number(result):
            return tried
    return None


def envelopes_in(spool):
    found = []
    for path in sorted((spool / "in").iterdir()):
        data = path.read_bytes()
        step = 16384 if path.name.startswith("segment") else max(len(data), 1)
        found += [data[at:at + step] for at in range(0, len(data) - step + 1, step) if data[at:at + 4] == b"SNQ1"]
    return found


def multipart(fields, file_name, file):
    body = b"".join(b'--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), text.encode()) for name, text in fields.items())
    return body + b'--B\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\n%s\r\n--B--\r\n' % (file_name.encode(), file)


def has_room_for_files(folder):
    """Files are refused where less than 30 % of a disk is free."""
    usage = shutil.disk_usage(folder)
    return usage.free > 0.31 * usage.total and usage.free > 4 << 30


def roomy_folder():
    """A folder for a spool that takes files, where there is one."""
    candidates = [folder for folder in (tempfile.gettempdir(), "/dev/shm") if os.path.isdir(folder) and has_room_for_files(folder)]
    return candidates[0] if candidates else None


class PublicServer(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="sanaq-public-", dir=roomy_folder())
        self.addCleanup(self.folder.cleanup)
        self.scratch = pathlib.Path(self.folder.name)

    def test_a_reader_comments_in_three_languages_and_nothing_readable_is_on_the_disk(self):
        with Served(self.scratch) as server:
            for language in ("en", "ru", "kk"):
                status, head, _ = server.comment("canary-of-a-comment", language)
                self.assertEqual(303, status)
                self.assertIn(f"Location: /comment/thanks?lang={language}&page=index.html", head)
            self.assertEqual(3, len(server.envelopes()))
            for path in server.spool.rglob("*"):
                if path.is_file():
                    self.assertNotIn(b"canary", path.read_bytes())
            code, out, error = server.end()
        self.assertEqual(0, code)
        self.assertFalse(self.scratch.joinpath("socket").exists())
        self.assertRegex(out, r"^answering at unix:.*\n\d{4}-\d\d-\d\d: \d+ answers, 0 sums not solved", "a line for the day and nothing else")
        self.assertNotIn("index.html", out + error)

    def test_no_answer_has_a_cookie_or_says_what_program_it_is(self):
        with Served(self.scratch) as server:
            for path in ("/", "/testify", "/return", "/health", "/none", "/sanaq.css"):
                _, head, _ = server.ask("GET", path)
                self.assertNotRegex(head, r"(?im)^(Set-Cookie|Server|X-Powered-By|Date):")
            self.assertEqual("ok", server.ask("GET", "/health")[2])

    def test_forms_from_a_file_a_mirror_and_the_onion_arrive(self):
        with Served(self.scratch) as server:
            for origin in ("null", "file://", "https://a-mirror.example", "http://inventedoniondomain.onion"):
                self.assertEqual(303, server.comment(headers=[f"Origin: {origin}", "Sec-Fetch-Site: cross-site"])[0], origin)

    def test_two_servers_on_one_spool_are_a_conflict(self):
        with Served(self.scratch) as server:
            second = subprocess.run([PROGRAM, "serve", "--public", "127.0.0.1:0", "--site", str(server.site), "--spool", str(server.spool)],
                                    capture_output=True, text=True, timeout=30)
            self.assertEqual(75, second.returncode, second.stderr)

    def test_a_wrong_call_says_what_to_do(self):
        site = make_site(self.scratch / "site")
        self.scratch.joinpath("bare").mkdir()
        self.scratch.joinpath("home").mkdir()
        self.scratch.joinpath("home/letter.txt").write_text("somebody's")
        self.scratch.joinpath("file").write_text("somebody's")
        for code, address, place, spool in ((64, "0.0.0.0:0", site, "spool"), (64, "nonsense", site, "spool"), (66, "127.0.0.1:0", "bare", "spool"),
                                            (66, "127.0.0.1:0", "none", "spool"), (65, "127.0.0.1:0", site, "home"), (65, f"unix:{self.scratch}/file", site, "spool")):
            ended = subprocess.run([PROGRAM, "serve", "--public", address, "--site", str(place), "--spool", spool], capture_output=True, text=True, timeout=30,
                                   cwd=self.scratch)
            self.assertEqual(code, ended.returncode, (address, place, spool, ended.stderr))
        self.assertEqual("somebody's", self.scratch.joinpath("file").read_text())
        self.assertEqual([], [path.name for path in self.scratch.joinpath("bare").iterdir()])

    def test_what_was_answered_with_303_survives_kill_9_under_load(self):
        server = Served(self.scratch, "--no-limits")
        answered = 0
        for _ in range(6):
            counts = []

            def send():
                try:
                    while server.comment()[0] == 303:
                        counts.append(1)
                except (OSError, TypeError):
                    pass

            threads = [threading.Thread(target=send) for _ in range(4)]
            for thread in threads:
                thread.start()
            time.sleep(random.uniform(0.1, 0.6))
            server.end(signal.SIGKILL)
            for thread in threads:
                thread.join()
            answered += len(counts)
            self.assertGreaterEqual(len(server.envelopes()), answered)
            server.start()
        server.end()
        self.assertEqual(len(server.envelopes()), len({hashlib.sha256(each).digest() for each in server.envelopes()}))

    def test_a_5_gb_upload_is_refused_at_once(self):
        with Served(self.scratch) as server:
            started = time.monotonic()
            status, _, _ = parts_of(server.raw(b"POST /testify/files HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n\r\n"))
            self.assertEqual(413, status)
            self.assertLess(time.monotonic() - started, 5, "it was not waited for")

    def test_random_bytes_and_smuggling_never_end_it(self):
        chosen = random.Random(20111216)
        pieces = [b"GET ", b"POST ", b"/comment", b"/../", b"%2e%2e/", b" HTTP/1.1\r\n", b"Host: x\r\n", b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n",
                  b"\r\n", b"\r\n\r\n", b"\x00", b"\xff", b"a" * 3000, b"X-Real-IP: 1.2.3.4\r\n", b"0\r\n\r\n"]
        with Served(self.scratch) as server:
            for _ in range(1500):
                server.raw(b"".join(chosen.choice(pieces) for _ in range(chosen.randrange(1, 9))))
            smuggled = server.raw(b"POST /comment HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n")
            self.assertEqual(1, smuggled.count(b"HTTP/1.1 "))
            self.assertEqual(400, parts_of(smuggled)[0])
            self.assertIsNone(server.process.poll())
            self.assertEqual(200, server.ask("GET", "/health")[0])

    def test_nothing_outside_the_site_is_given(self):
        self.scratch.joinpath("secret.txt").write_text("secret")
        with Served(self.scratch) as server:
            for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/.%2e/.%2e/etc/passwd", "//etc/passwd", "/server/en/guard.html",
                         "/server/intake-keys.txt", "/%5c..%5csecret.txt", "/index.html%2f..%2f..%2fsecret.txt"):
                status, _, body = parts_of(server.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode()))
                self.assertIn(status, (400, 404), path)
                self.assertNotIn("secret", body)

    def test_a_witness_writes_loses_the_connection_comes_back_and_adds_a_photograph(self):
        self.need_room_for_files()
        with Served(self.scratch) as server:
            form = server.ask("GET", "/testify?lang=kk")[2]
            words, token = value(form, "words"), value(form, "words_token")
            self.assertEqual(10, len(words.split()))
            sent = urllib.parse.urlencode({"lang": "kk", "words": words, "words_token": token, "text": "мен көрдім", "publish": "nothing"}).encode()
            with server.connect() as connection:  # and the answer is never read
                connection.sendall(b"POST /testify HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(sent) + sent)
                time.sleep(0.5)
            back = server.ask("POST", "/return", {"lang": "kk", "words": words.upper().replace(" ", ",  ")})[2]
            self.assertTrue(shows(back, "arrived_today"))
            self.assertEqual(words, value(back, "words"))
            again = server.ask("POST", "/testify", {"lang": "kk", "words": words, "words_token": token, "text": "мен көрдім", "publish": "nothing"})[2]
            self.assertTrue(shows(again, "text_arrived"))
            self.assertEqual(1, len(server.envelopes()), "the same sent twice is one")
            body = multipart({"lang": "kk", "words": words, "from": "return"}, "photo.jpg", b"canary-of-a-photograph" * 100000)
            status, _, page = parts_of(server.raw(b"POST /testify/files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: %d\r\n\r\n"
                                                  % len(body) + body))
            self.assertEqual(200, status)
            self.assertTrue(shows(page, "file_arrived"))
            self.assertEqual([16384, 4194304], sorted(len(each) for each in server.envelopes()))

    def need_room_for_files(self):
        if not has_room_for_files(self.scratch):
            self.skipTest("a disk of which a third and 4 GiB are free is needed: files are refused otherwise")

    def test_an_upload_that_breaks_off_leaves_nothing(self):
        self.need_room_for_files()
        with Served(self.scratch) as server:
            words = value(server.ask("GET", "/testify?lang=en")[2], "words")
            body = multipart({"words": words}, "a", b"x" * 300000)
            with server.connect() as connection:
                connection.sendall(b"POST /testify/files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: %d\r\n\r\n"
                                   % len(body) + body[:-200])
            for _ in range(100):
                if not list((server.spool / "in").iterdir()):
                    break
                time.sleep(0.1)
            self.assertEqual([], list((server.spool / "in").iterdir()))

    @unittest.skipUnless(os.geteuid() == 0, "only root reads the memory of a process that is not dumpable")
    def test_the_memory_of_a_captured_server_has_no_word_of_what_passed(self):
        with Served(self.scratch) as server:
            form = server.ask("GET", "/testify?lang=ru")[2]
            words = value(form, "words")
            text = "canary-in-memory-" + "of-a-witness-" * 20
            server.ask("POST", "/testify", {"lang": "ru", "words": words, "words_token": value(form, "words_token"), "text": text, "contact": "canary-contact"})
            server.ask("POST", "/return", {"lang": "ru", "words": words})
            server.comment("canary-in-memory-" * 50)
            body = multipart({"words": words}, "canary-name", b"canary-in-a-file-" * 20000)
            server.raw(b"POST /testify/files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            time.sleep(0.5)
            self.assertEqual({}, found_in_memory(server.process.pid, [b"canary-in-memory", b"canary-contact", b"canary-in-a-file", b"canary-name", words.encode(),
                                                                     urllib.parse.quote_plus(words).encode()]))

    def test_memory_stays_small_while_twenty_uploads_of_63_mib_run(self):
        self.need_room_for_files()
        with Served(self.scratch) as server:
            words = value(server.ask("GET", "/testify?lang=en")[2], "words")
            head = multipart({"words": words}, "film.mp4", b"@")
            before, after = head.split(b"@")
            size = 63 << 20
            statuses = []

            def upload():
                with server.connect() as connection:
                    connection.settimeout(300)
                    connection.sendall(b"POST /testify/files HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: %d\r\n\r\n"
                                       % (len(before) + size + len(after)) + before)
                    for _ in range(size >> 20):
                        connection.sendall(b"f" * (1 << 20))
                    connection.sendall(after)
                    statuses.append(parts_of(read_all(connection))[0])

            threads = [threading.Thread(target=upload) for _ in range(20)]
            for thread in threads:
                thread.start()
            most = 0
            while any(thread.is_alive() for thread in threads):
                most = max(most, int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{server.process.pid}/status").read_text())[1]))
                time.sleep(0.05)
            self.assertEqual([200] * 20, statuses)
            self.assertLess(most, 64 << 10, "KiB")


def found_in_memory(process, wanted):
    """Which of the bytes stand in the writable memory of a process, and where."""
    found = {}
    with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if "rw" not in rights or "[v" in line:
                continue
            start, end = (int(each, 16) for each in span.split("-"))
            try:
                memory.seek(start)
                data = memory.read(end - start)
            except (OSError, ValueError):
                continue
            for each in wanted:
                if each in data:
                    found.setdefault(each, []).append(line.split()[-1] if len(line.split()) > 5 else span)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program", required=True)
    PROGRAM = str(pathlib.Path(parser.parse_known_args()[0].program).resolve())
    unittest.main(argv=[sys.argv[0]] + parser.parse_known_args()[1], verbosity=2)
