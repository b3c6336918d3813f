"""The public server as readers and witnesses meet it, in Chromium without scripts: a comment from the served site, from a mirror and from file:// through the
sum to the thanks; testimony to the receipt, a reply, and a photograph added; and no word of it in anything that the server or the investigators keep."""
import argparse
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = ROOT / "tests/browser"
sys.path[:0] = [str(ROOT / "tests")]
import browser_test  # noqa: E402  (the packages that both install once, and a plain server)

PROGRAM, BUILD = "", pathlib.Path()
CANARY, PHOTO = "xqcanary stood at the gate", "xqphotograph"
ARTICLE = "articles/three-years.html"


def roomy():
    """A place for a spool: the server takes files only where 30 % of the disk is free."""
    for place in (tempfile.gettempdir(), "/dev/shm", "/run"):
        if os.access(place, os.W_OK) and shutil.disk_usage(place).free > .35 * shutil.disk_usage(place).total:
            return place
    return None


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Public(unittest.TestCase):
    def setUp(self):
        browser_test.BUILD = BUILD
        self.modules = browser_test.modules()
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)
        self.environment = dict(os.environ, SANAQ_KEYS=str(self.root / "keys"), SANAQ_PASSPHRASE="an invented passphrase")
        place = roomy()
        if place is None:
            self.skipTest("no disk here has a third of it free, and the server would rightly take nothing")
        spool = tempfile.TemporaryDirectory(dir=place)
        self.addCleanup(spool.cleanup)
        self.town, self.spool = self.root / "oil-town", pathlib.Path(spool.name, "spool")
        shutil.copytree(ROOT / "examples/oil-town", self.town, ignore=shutil.ignore_patterns("site", ".sanaq", "ledger", "publication"))
        self.server = f"http://127.0.0.1:{free_port()}"
        self.set_intake("here")
        self.sanaq("intake-key", self.town)
        self.sanaq("run", self.town, "--yes")
        self.set_intake(self.server)
        self.elsewhere = self.root / "else where"
        self.sanaq("publish", self.town, "--out", self.elsewhere, "--yes")

    def set_intake(self, where):
        settings = self.town / "investigation.toml"
        lines = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("intake = ")]
        at = next((number for number, line in enumerate(lines) if line.strip() == "[publish]"), None)
        if at is None:
            lines += ["[publish]"]
            at = len(lines) - 1
        lines.insert(at + 1, f'intake = "{where}"')
        settings.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def sanaq(self, *words):
        done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env=self.environment, stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        return done.stdout

    def serve(self):
        address = self.server.removeprefix("http://")
        child = subprocess.Popen([PROGRAM, "serve", "--public", address, "--site", self.town / "site", "--spool", self.spool],
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self.environment, stdin=subprocess.DEVNULL)
        host, port = address.split(":")
        for _ in range(200):
            with socket.socket() as asked:
                if asked.connect_ex((host, int(port))) == 0:
                    break
            self.assertIsNone(child.poll(), child.stdout.read()[-2000:] if child.poll() is not None else "")
            time.sleep(.05)

        def end():
            child.terminate()
            child.wait(10)
            child.stdout.close()
        self.addCleanup(end)

    def act(self, *acts):
        plan = self.root / "plan.json"
        plan.write_text(json.dumps({"acts": acts, "told": str(self.root / "told.json")}), encoding="utf-8")
        done = subprocess.run(["node", str(OURS / "public.cjs"), str(self.modules), shutil.which("chromium"), str(plan)], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr)[-4000:])

    def bytes_below(self, *folders):
        return b"".join(path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())

    def test_from_a_form_to_the_site_and_from_testimony_to_a_reply(self):
        self.serve()
        with browser_test.served(self.elsewhere) as mirror:
            comment = {"act": "comment", "server": self.server}
            self.act({**comment, "from": f"{self.server}/{ARTICLE}", "language": "en", "page": ARTICLE, "text": "From the server. (invented)\n<b>x</b> & {%token%}", "looks": True},
                     {**comment, "from": f"{self.server}/ru/{ARTICLE}", "language": "ru", "page": "ru/" + ARTICLE, "text": "Со страницы на русском. (выдумано)"},
                     {**comment, "from": f"{mirror}/kk/{ARTICLE}", "language": "kk", "page": "kk/" + ARTICLE, "text": "Айнадан. (ойдан шығарылған)"},
                     {**comment, "from": f"{(self.elsewhere / ARTICLE).as_uri()}", "language": "en", "page": ARTICLE, "text": "From a file. (invented)"},
                     {"act": "testify", "server": self.server, "from": f"{self.server}/index.html", "text": CANARY, "photo": PHOTO, "looks": True})
        self.sanaq("collect", self.town, self.spool)
        held = json.loads(self.sanaq("comments", self.town, "--all", "--json"))
        self.assertEqual(len(held), 4)
        sealed = json.loads(self.sanaq("testimony", self.town, "--json"))
        self.assertEqual(len(sealed), 2)
        read = [self.sanaq("testimony", self.town, "--read", one["id"]) for one in sealed]
        self.assertEqual(sum(CANARY in text for text in read), 1)
        kept = self.bytes_below(self.town, self.spool, self.root / "keys")
        for secret in (CANARY, PHOTO, json.loads((self.root / "told.json").read_text())["words"]):
            self.assertNotIn(secret.encode(), kept)
        first = next(one["id"] for one, text in zip(sealed, read) if CANARY in text)
        (self.root / "reply.txt").write_text("We have read it. (invented)", encoding="utf-8")
        self.sanaq("testimony", self.town, "--reply", first, self.root / "reply.txt")
        self.sanaq("collect", self.town, self.spool)
        self.act({"act": "come_back", "server": self.server, "language": "en", "reply": "We have read it. (invented)", "photo": PHOTO + "2", "looks": True})
        self.assertIn("sealed for you: 1", self.sanaq("collect", self.town, self.spool))
        self.sanaq("comments", self.town, "--accept", held[0]["id"])
        self.set_intake("here")
        self.sanaq("run", self.town, "--yes")
        page = (self.town / "site" / ARTICLE).read_text(encoding="utf-8")
        self.assertIn("From the server. (invented)", page)
        self.assertNotIn("<b>x</b>", page)
        for site in (self.town / "site", self.elsewhere):
            done = subprocess.run([sys.executable, str(ROOT / "tools/check-site"), str(site)], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout[-2000:])


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build", type=pathlib.Path, required=True)
    arguments.add_argument("--program", required=True)
    flags, rest = arguments.parse_known_args()
    PROGRAM, BUILD = str(pathlib.Path(flags.program).resolve()), flags.build.resolve()
    browser_test.PROGRAM = PROGRAM
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
