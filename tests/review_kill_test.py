"""Answers are posted as the page does it while the server is killed (SIGKILL) at any moment and started again: what was acknowledged is in the ledger, what was not is sent again, and nothing stands there twice."""
import argparse
import collections
import http.client
import html
import itertools
import json
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.parse

PROGRAM = ""
KILLS = 12


class Served:
    def __init__(self, folder, environment, file_bytes_max=None):
        def with_a_small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing then fails as on a full disk
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes_max, file_bytes_max))

        self.process = subprocess.Popen([PROGRAM, "serve", str(folder), "--no-browser"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment,
                                        preexec_fn=with_a_small_disk if file_bytes_max else None)
        link = re.search(r"http://127\.0\.0\.1:(\d+)/in#(\w+)", self.process.stdout.readline())
        self.port, self.cookie = int(link[1]), ""
        self.cookie = self.ask("POST", "/in", [("link", link[2]), ("to", "/")])[2].getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"HX-Request": "true"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        body = None
        if method == "POST":
            body = urllib.parse.urlencode(fields)
            headers |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, answer

    def cards(self):
        """The fields of each task's form; waits until the lists are read."""
        for _ in range(300):
            status, page, _ = self.ask("GET", "/review")
            if status == 200 and 'id="review-live"' in page:
                return forms_in(page)
            time.sleep(0.05)
        raise AssertionError("the lists were never read")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)
        self.process.stdin.close()
        self.process.stdout.close()


def forms_in(page):
    forms = re.findall(r'<form class="answer".*?</form>', page, re.S)
    return [[(html.unescape(name), html.unescape(value)) for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)] for form in forms]


def with_csrf(fields, fresh):
    secret = dict(fresh)["csrf"]
    return [(name, secret if name == "csrf" else value) for name, value in fields]


def decisions_in(folder):
    found = []
    for path in (folder / "ledger").glob("*.bodies.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            body = json.loads(line)["body"]
            if "decision" in body and "task" in body:
                found.append(body)
    return found


def pairs_of(records):
    return {frozenset(pair) for pair in itertools.combinations(records, 2)}


class Killed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name) / "town"
        cls.environment = dict(os.environ, SANAQ_KEYS=str(pathlib.Path(cls.scratch.name) / "keys"), XDG_RUNTIME_DIR=cls.scratch.name, HOME=cls.scratch.name,
                               XDG_STATE_HOME=cls.scratch.name + "/state", XDG_CONFIG_HOME=cls.scratch.name + "/config")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            cls.environment.pop(name, None)
        for verb in (["simulate", str(cls.folder), "--persons", "800", "--lists", "4", "--seed", "3"], ["estimate", str(cls.folder)]):
            subprocess.run([PROGRAM, *verb], check=True, capture_output=True, env=cls.environment, stdin=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_no_acknowledged_answer_is_lost_and_none_is_entered_twice(self):
        rng = random.Random(20111216)
        acknowledged, waiting = {}, []  # by task: its records; what the page still has
        for _ in range(KILLS):
            served = Served(self.folder, self.environment)
            cards = served.cards()
            if not cards:
                break
            killer = threading.Timer(rng.uniform(0.005, 0.4), lambda one=served: one.process.send_signal(signal.SIGKILL))
            killer.start()
            tasks = [with_csrf(fields, cards[0]) for fields in waiting] + cards
            waiting = []
            try:
                while tasks:
                    fields = tasks.pop(0)
                    waiting = [fields, *waiting]
                    task = dict(fields)["task"]
                    status, page, _ = served.ask("POST", "/review", [*fields, ("verdict", "different")])
                    self.assertEqual(status, 200, page[:2000])
                    waiting.remove(fields)
                    acknowledged[task] = dict(fields)["records"]
                    shown = {dict(other)["records"] for other in tasks}
                    tasks += [other for other in forms_in(page) if dict(other)["records"] not in shown]
            except (OSError, http.client.HTTPException):
                pass  # killed in the middle: nobody knows whether it was entered
            killer.cancel()
            served.kill()
            bodies = decisions_in(self.folder)
            # A pair that stands in two tasks is answered once: the second answer finds that the same was said.
            entered, said = {body["task"] for body in bodies}, {pair for body in bodies for pair in pairs_of(body["records"])}
            lost = [task for task, records in acknowledged.items() if task not in entered and not pairs_of(records.split(",")) <= said]
            self.assertEqual(lost, [], "acknowledged, and not in the ledger")
        twice = [task for task, count in collections.Counter(body["task"] for body in decisions_in(self.folder)).items() if count > 1]
        self.assertEqual(twice, [])
        self.assertGreater(len(acknowledged), 5)
        verified = subprocess.run([PROGRAM, "verify", str(self.folder)], capture_output=True, text=True, env=self.environment, stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)


    def test_a_full_disk_gives_the_answer_back_and_it_is_entered_once_there_is_room(self):
        before = decisions_in(self.folder)
        largest = max(path.stat().st_size for path in (self.folder / "ledger").glob("*.jsonl"))
        served = Served(self.folder, self.environment, file_bytes_max=largest + 200)
        try:
            fields = served.cards()[0]
            answer = [*fields, ("verdict", "same"), ("reason", "An invented reason")]
            status, page, response = served.ask("POST", "/review", answer)
            self.assertEqual(status, 503, page[:500])
            self.assertIsNone(response.getheader("Retry-After"), "to send it again does not help by itself")
            self.assertIn("An invented reason", page)
            self.assertEqual(decisions_in(self.folder), before)
        finally:
            served.kill()
        served = Served(self.folder, self.environment)
        try:
            answer = with_csrf(answer, served.cards()[0])
            self.assertEqual(served.ask("POST", "/review", answer)[0], 200)
            self.assertEqual(len(decisions_in(self.folder)), len(before) + 1)
        finally:
            served.kill()
        verified = subprocess.run([PROGRAM, "verify", str(self.folder)], capture_output=True, text=True, env=self.environment, stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--build")
    known, rest = parser.parse_known_args()
    PROGRAM = str(pathlib.Path(known.program).resolve())
    unittest.main(argv=[__file__, *rest])
