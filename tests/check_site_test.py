"""The sites of the examples: every fact reaches its source, and no link leads nowhere. tools/check-site finds what is broken on purpose."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / "tools" / "check-site"


def check(site, *flags):
    return subprocess.run([sys.executable, str(TOOL), *flags, str(site)], capture_output=True, text=True, timeout=600)


class CheckSite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.root = pathlib.Path(cls.scratch.name)
        environment = dict(os.environ, SANAQ_KEYS=str(cls.root / "keys"), LANG="C")
        for name in ("oil-town", "zhanaozen"):
            shutil.copytree(ROOT / "examples" / name, cls.root / name)
            settings = cls.root / name / "investigation.toml"
            made = subprocess.run([PROGRAM, "run", str(settings.parent), *YES], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=600)
            assert made.returncode == 0, made.stderr

    def broken(self, change):
        """What is found once a copy of the smaller site was changed."""
        copy = self.root / "broken"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.root / "zhanaozen" / "site", copy)
        change(copy)
        found = check(copy)
        self.assertEqual(1, found.returncode, found.stderr)
        return found.stdout

    def change(self, path, old, new):
        def rewrite(site):
            text = (site / path).read_text(encoding="utf-8")
            self.assertIn(old, text)
            (site / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        return rewrite

    def test_the_sites_of_the_examples_have_no_finding(self):
        for name in ("oil-town", "zhanaozen"):
            found = check(self.root / name / "site")
            self.assertEqual((0, ""), (found.returncode, found.stdout[:3000]), name)
            lines = (self.root / name / "site" / "data" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
            self.assertGreater(len(lines), 20)

    def test_a_fact_leads_to_a_page_in_each_language(self):
        site = self.root / "oil-town" / "site"
        for line in (site / "data" / "facts.jsonl").read_text(encoding="utf-8").splitlines()[::97]:
            fact = json.loads(line)
            for language in ("", "ru/", "kk/", "en/"):
                page = site / (language + fact["page"])
                if (site / language / "index.html").is_file():
                    self.assertIn(f'data-fact="{fact["id"]}"', page.read_text(encoding="utf-8"))

    def test_a_dead_link(self):
        self.assertIn("a dead link: claims.html", self.broken(lambda site: (site / "claims.html").unlink()))
        self.assertIn("a dead link", self.broken(self.change("method.html", 'id="main"', 'id="other"')))

    def test_an_absolute_link(self):
        for target in ("/claims.html", "https://example.org/claims.html", "//example.org/", "javascript:alert(1)", "../../outside.html"):
            said = self.broken(self.change("case.html", 'href="claims.html"', f'href="{target}"'))
            self.assertIn("case.html:", said)

    def test_a_request_to_another_host(self):
        for tag in ('<img src="https://example.org/a.png" alt="">', '<link rel="stylesheet" href="//example.org/a.css">', '<img srcset="a.png 1x, https://example.org/b.png 2x" alt="">'):
            self.assertIn("a request to another host", self.broken(self.change("case.html", "<h1>", tag + "<h1>")), tag)
        self.assertIn("a request to another host", self.broken(self.change("sanaq.css", ":root {", "@import 'https://example.org/a.css'; :root {")))
        self.assertIn("a request to another host", self.broken(self.change("sanaq.css", ":root {", ":root { background: url(https://example.org/a.png);")))

    def test_a_language_that_is_none(self):
        self.assertIn("is no language", self.broken(self.change("case.html", '<html lang="', '<html lang="english ')))
        self.assertIn("says no language", self.broken(self.change("case.html", "<html lang=", "<html data-lang=")))

    def test_a_page_that_is_too_large(self):
        self.assertIn("bytes without its pictures", self.broken(self.change("index.html", "</main>", "<p>" + "long " * 20000 + "</p></main>")))

    def test_a_script(self):
        self.assertIn("a script", self.broken(self.change("case.html", "</main>", "<script></script></main>")))

    @staticmethod
    def without_source(site):
        lines = (site / "data" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
        lines[0] = json.dumps(dict(json.loads(lines[0]), source=""))
        (site / "data" / "facts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def test_a_fact_without_a_source(self):
        site = self.root / "zhanaozen" / "site"
        page = json.loads((site / "data" / "facts.jsonl").read_text(encoding="utf-8").splitlines()[0])["page"]
        text = (site / page).read_text(encoding="utf-8")
        fact = text.partition('data-fact="')[2][:16]
        mark = text[text.index("<details"):text.index("</details>") + len("</details>")]
        self.assertIn("a fact without a mark", self.broken(self.change(page, mark, "")))
        self.assertIn("opens to no source", self.broken(self.change(page, mark[mark.index("<ul>"):], "</details>")))
        self.assertIn("does not stand in data/facts.jsonl", self.broken(self.change("data/facts.jsonl", f'"id":"{fact}"', '"id":"0123456789abcdef"')))
        self.assertIn("stands on no page", self.broken(self.change("data/facts.jsonl", f'"id":"{fact}"', '"id":"0123456789abcdef"')))
        self.assertIn("a fact has the keys", self.broken(self.change("data/facts.jsonl", '"source":"', '"source":"","other":"')))
        self.assertIn("has no source", self.broken(self.without_source))
        self.assertIn("is no id", self.broken(self.change(page, f'data-fact="{fact}"', 'data-fact="F1"')))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    PROGRAM = parser.parse_args().program or str(ROOT / "build/sanaq")
    YES = ["--yes"] if "--yes" in subprocess.run([PROGRAM, "run", "--help"], capture_output=True, text=True).stdout else []
    unittest.main(argv=sys.argv[:1], verbosity=2)
