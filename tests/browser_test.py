"""Sites as their readers open them: in Chromium, with scripts and without, wide and narrow, light and dark, mirrored, from file:// and from a server
below a path with a space, from a copy of another name. axe finds nothing wrong, a screen reader has a name for everything, nothing is wider than a phone, a name
typed in Latin finds the Cyrillic one."""
import argparse
import contextlib
import fcntl
import functools
import html
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = ROOT / "tests/browser"
LANGUAGES = ["ru", "kk", "ar-x-test"]
PROGRAM, BUILD = "", pathlib.Path()
VIEWS = ["wide", "narrow_dark"]


def modules():
    """The folder of the two packages; installed once below build/, from the lock file."""
    for program, package in [("node", "nodejs"), ("npm", "npm"), ("chromium", "chromium")]:
        if not shutil.which(program):
            raise AssertionError(f"{program} is not here; install it: tools/install-packages test (Debian's {package})")
    folder = BUILD / "browser"
    with open(BUILD / "browser.lock", "w", encoding="utf-8") as taken:  # another test may be installing them
        fcntl.flock(taken, fcntl.LOCK_EX)
        install(folder)
    return folder / "node_modules"


def install(folder):
    lock = (OURS / "package-lock.json").read_bytes()
    if not (folder / "node_modules").is_dir() or not (folder / "installed.json").is_file() or (folder / "installed.json").read_bytes() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(OURS / name, folder / name)
        done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError("axe-core and playwright-core could not be installed from tests/browser/package-lock.json; it needs the network once:\n" + done.stderr[-2000:])
        (folder / "installed.json").write_bytes(lock)


def publish(folder):
    """Runs the investigation; a version that asks before it publishes is told yes."""
    environment = dict(os.environ, SANAQ_KEYS=str(folder.parent / "keys"))
    asks = "--yes" in subprocess.run([PROGRAM, "run", "--help"], capture_output=True, text=True, check=True).stdout
    done = subprocess.run([PROGRAM, "run", str(folder), *(["--yes"] if asks else [])], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise AssertionError(f"{folder.name}: {done.stderr[-2000:]}")
    return folder / "site"


def mirrored(toml):
    return re.sub(r"^languages = .*$", 'languages = ["en", "ru", "kk", "ar-x-test"]', toml, flags=re.M)


def write(folder, title, lists, tail='[link]\ndraws = 2\n[estimate]\nmethod = "chao"\n'):
    (folder / "lists").mkdir(parents=True)
    toml = f'title = {json.dumps(title, ensure_ascii=False)}\ninvented = true\nlanguages = ["en", "ar-x-test"]\n[scope]\nstatus = "dead"\n'
    for name, rows in lists.items():
        (folder / "lists" / f"{name}.csv").write_text("".join(rows), encoding="utf-8")
        toml += f'[[list]]\nname = "{name}"\nfile = "{name}.csv"\npublic = ["name", "birth", "place"]\n'
    (folder / "investigation.toml").write_text(toml + tail, encoding="utf-8")


@contextlib.contextmanager
def served(folder):
    """A server of the folder; its address without a slash at the end."""
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            if self.path == "/favicon.ico":  # browsers ask for it by themselves
                self.send_response(204)
                self.end_headers()
                return
            super().do_GET()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def first_person(site, language):
    """(the page of a person as search.html links to it, the name)."""
    page = (site / language / "register.html").read_text(encoding="utf-8")
    found = re.search(r'<li><a href="(person/\w+\.html)"><bdi>([^<]+)</bdi></a>', page)
    if not found:
        letters = sorted((site / language / "a-z").glob("*.html"))
        found = re.search(r'<li><a href="\.\./(person/\w+\.html)"><bdi>([^<]+)</bdi></a>', letters[0].read_text(encoding="utf-8"))
    return found[1], html.unescape(found[2])


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.modules = modules()
        cls.scratch = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.scratch.name)
        for name in ("oil-town", "zhanaozen"):
            shutil.copytree(ROOT / "examples" / name, cls.root / name)
            toml = cls.root / name / "investigation.toml"
            toml.write_text(mirrored(toml.read_text(encoding="utf-8")), encoding="utf-8")
        cls.town, cls.case = publish(cls.root / "oil-town"), publish(cls.root / "zhanaozen")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def check(self, sites):
        plan = self.root / "plan.json"
        plan.write_text(json.dumps({"languages": LANGUAGES, "sites": sites}), encoding="utf-8")
        done = subprocess.run(["node", str(OURS / "check_pages.cjs"), str(self.modules), shutil.which("chromium"), str(plan)], capture_output=True, text=True, check=False)
        print(done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr[-500:])
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr)[-8000:])
        return done.stdout

    def site(self, root, name, **more):
        return {"name": name, "root": str(root), "axe": True, "views": VIEWS, "scripts": [True], **more}

    def queries(self, site):
        page, name = first_person(site, "ru")
        latin = re.search(r'<bdi class="latin">([^<]+)</bdi>', (site / "register.html").read_text(encoding="utf-8")
                          + "".join(one.read_text(encoding="utf-8") for one in (site / "a-z").glob("*.html")))
        own = re.search(r'href="(?:\.\./)?(person/\w+\.html)"><bdi>[^<]*</bdi></a> <bdi class="latin">' + re.escape(latin[1]),
                        "".join(one.read_text(encoding="utf-8") for one in (site / "a-z").glob("*.html")))
        return [{"text": name, "page": page}, {"text": name.upper(), "page": page}, {"text": " ".join(reversed(name.split())), "page": page},
                {"text": html.unescape(latin[1]), "page": own[1]}, {"text": "Qqqzzzxx", "none": True}, {"text": "<script>alert(1)</script>", "none": True}]

    def test_every_kind_of_page_in_every_language(self):
        queries = self.queries(self.town)
        each_way = {"views": ["wide", "narrow_dark"], "scripts": [True]}  # each of width, colour and direction meets every kind
        other_way = {"views": ["wide_dark", "narrow"], "scripts": [True], "only": ["", "ar-x-test"]}
        without = {"views": ["narrow"], "scripts": [False], "heard": True}
        self.check([self.site(self.town, "oil-town", search=[{"language": language, "queries": queries} for language in ("", "ru/", "ar-x-test/")], **each_way)]
                   + [self.site(root, name, **way) for root, name in ((self.town, "oil-town"), (self.case, "zhanaozen")) for way in (other_way, without)]
                   + [self.site(self.case, "zhanaozen", **each_way)])

    def test_below_a_path_with_a_space_and_from_a_copy_of_another_name(self):
        below = self.root / "served" / "a" / "b c"
        below.parent.mkdir(parents=True)
        shutil.copytree(self.town, below)
        copy = self.root / "Копия 2 (mirror)#1"
        shutil.copytree(self.case, copy)
        queries = self.queries(self.town)
        light = {"axe": False, "views": ["narrow"]}
        with served(self.root / "served") as address:
            self.check([self.site(below, "below a path", url=address + "/" + urllib.parse.quote("a/b c") + "/", search=[{"language": "ru/", "queries": queries}], **light),
                        self.site(copy, "copy", **light)])

    def test_bad_names_and_titles(self):
        rows = ["name,birth,place\n", "Асан Омаров,1970,Oil Town\n", "Асан Омаров,1981,Oil Field\n", '"\u202eliar\u2066 Bek \u200bSample\u200d",1960,"\u202e\u2067Town"\n',
                "Ab" * 2500 + " Long,1950," + "Place" * 1000 + "\n", "<script>alert(1)</script> Sample,1951,\"</bdi><b>\"\n"]
        write(self.root / "bad", "A title " + "of very many letters " * 250, {"one": rows, "two": rows[:2]})
        write(self.root / "nobody", "Nobody", {"one": rows[:2]}, "[publish]\nregister = false\n")
        write(self.root / "no-list", "No list", {}, '[[table]]\nkind = "claim"\nfile = "claims.csv"\n')
        (self.root / "no-list/claims.csv").write_text("claim,what,min,asserted_by,source,visibility\nk1,deaths,15,An office (invented),a paper (invented),public\n", encoding="utf-8")
        write(self.root / "many", "Many lists", {f"list{number:02}": rows[:1] + [f"Asan Omarov,197{number % 5},Oil Town\n", f"Only Here,{1940 + number},Oil Town\n"] for number in range(31)})
        sites = [self.site(publish(self.root / name), name, views=["narrow", "wide_dark"], scripts=[True]) for name in ("bad", "nobody", "no-list", "many")]
        self.check(sites)
        register = (self.root / "bad/site/register.html").read_text(encoding="utf-8")
        self.assertEqual(re.findall("[\u202a-\u202e\u2066\u2067]", register), [], "no control of direction from outside is left")
        self.assertGreaterEqual(len(re.findall("Омаров Асан", register)), 2, "two persons of one name")
        self.assertIn("1970", register)
        self.assertIn("1981", register)

    def test_the_check_finds_what_is_wrong(self):
        broken = self.root / "broken"
        broken.mkdir()
        (broken / "index.html").write_text('<!DOCTYPE html><html lang="en"><title>x</title><main><div style="width:900px;color:#aaa;background:#fff">Grey</div>'
                                           '<img src="http://127.0.0.1:9/x.png"></main></html>', encoding="utf-8")
        with self.assertRaises(AssertionError) as failed:
            self.check([self.site(broken, "broken")])
        for word in ("axe color-contrast", "axe image-alt", "wide in a window of 390", "asks for http://127.0.0.1:9/x.png"):
            self.assertIn(word, str(failed.exception))

    def test_the_check_finds_what_is_wrong_without_scripts_and_for_who_does_not_see(self):
        deaf = self.root / "deaf"
        (deaf / "person").mkdir(parents=True)
        (deaf / "person/one.html").write_text(
            '<!DOCTYPE html><html lang="en"><title>x</title><body><nav><a href="#a"></a></nav><nav><a href="#b">b</a></nav><main><h2>Second</h2><h4>Fourth</h4>'
            '<noscript><input name="unnamed"></noscript><table><tr><th>a<td>b</table><button></button><p>Это по-русски</p>'
            '<dl class="facts"><div><dt>born</dt><dd>1970 <details class="mark"><summary>Sources for: died, 2</summary>a list</details></dd></div>'
            '<div><dt aria-hidden="true">killed</dt><dd>2011 <details class="mark"><summary>more</summary>a list</details></dd></div></dl></main></html>', encoding="utf-8")
        with self.assertRaises(AssertionError) as failed:
            self.check([self.site(deaf, "deaf", scripts=[False], heard=True)])
        for word in ("axe label", "0 headings of the first level", "a level is left out before the heading Fourth", "two parts of the kind navigation", "a link has no name",
                     "a button has no name", "a table has no name", "a textbox has no name", "of no said language: Это по-русски", "1 marks of sources are heard, and 2 are there",
                     "the mark Sources for: died, 2 is of no property", "the property killed is not heard"):
            self.assertIn(word, str(failed.exception))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--build", required=True)
    known, rest = parser.parse_known_args()
    PROGRAM, BUILD = str(pathlib.Path(known.program).resolve()), pathlib.Path(known.build).resolve()
    unittest.main(argv=[sys.argv[0], *rest])
