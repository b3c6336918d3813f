"""Articles, from their files to the site, as whoever publishes and whoever reads meets them."""
import argparse
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = None
ATOM = "{http://www.w3.org/2005/Atom}"


class Seen(html.parser.HTMLParser):
    """The text of a page as it is read, and what it links to."""

    def __init__(self, page):
        super().__init__()
        self.text, self.links, self.items = "", [], 0
        self.feed(page)
        self.text = re.sub(r"\s+", " ", self.text)

    def handle_starttag(self, tag, attributes):
        self.links += [value for name, value in attributes if name in ("href", "src")]
        self.items += tag == "li"

    def handle_data(self, data):
        self.text += data


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)


class Investigation:
    """A copy of an example, or one with claims alone, in a folder that is gone afterwards."""

    def __init__(self, example=None):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name, "x")
        if example:
            shutil.copytree(ROOT / "examples" / example, self.folder)
            return
        self.folder.mkdir()
        (self.folder / "investigation.toml").write_text(
            'title = "An invented question"\nlanguages = ["en", "ru"]\n[[table]]\nkind = "claim"\nfile = "claims.csv"\n', encoding="utf-8")
        (self.folder / "claims.csv").write_text("claim,what,min,asserted_by,source\na,deaths,3,Somebody invented,a leaflet\n", encoding="utf-8")

    def article(self, name, front="title: A title\nvisibility: public", text="A text.", bytes_=None):
        path = self.folder / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes_ if bytes_ is not None else f"---\n{front}\n---\n{text}\n".encode())

    def publish(self):
        return run("publish", "--yes", self.folder)

    def site(self, path):
        return self.folder / "site" / path

    def page(self, path):
        return Seen(self.site(path).read_text(encoding="utf-8"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.scratch.cleanup()


class Articles(unittest.TestCase):
    def refused(self, investigation, *words):
        done = investigation.publish()
        self.assertEqual(65, done.returncode, done.stdout + done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertFalse(investigation.site("index.html").exists())

    def test_the_example_of_zhanaozen_is_one_page_with_everything(self):
        expected = {
            "": ("Home » Solidarity » Three years after Zhanaozen: the demands are open", "16 December 2014, The example of sanaq",
                 "Tags: Zhanaozen, oil workers, demands", "Freedom of trade unions open", "no comments yet"),
            "ru/": ("Главная » Солидарность » Три года после Жанаозена: требования не выполнены", "16 декабря 2014", "Метки: Жанаозен, нефтяники, требования",
                    "Свобода профсоюзов открыто", "комментариев пока нет"),
            "kk/": ("Басты бет » Ынтымақ » Жаңаөзеннен кейін үш жыл: талаптар орындалған жоқ", "16 желтоқсан", "Белгілер: Жаңаөзен, мұнайшылар, талаптар",
                    "Кәсіподақтар еркіндігі ашық", "әзірге пікір жоқ"),
        }
        with Investigation("zhanaozen") as example:
            self.assertEqual(0, example.publish().returncode)
            for folder, texts in expected.items():
                path = folder + "articles/three-years.html"
                page = example.page(path)
                for text in texts:
                    self.assertIn(text, page.text)
                markup = example.site(path).read_text(encoding="utf-8")
                demands = re.search(r'<ol class="demands">.*?</ol>', markup, re.S)[0]
                self.assertEqual(6, demands.count("<li"))
                self.assertEqual(6, demands.count('class="status"'))
                self.assertNotIn(" lang=", demands)  # each in the reader's own language
                for link in page.links:
                    if link.startswith("#"):
                        continue
                    target = (example.site(path).parent / link.split("#")[0]).resolve()
                    self.assertTrue(target.is_file(), f"{path}: {link}")
                self.assertIn(texts[0].split(" » ")[2], example.page(folder + "index.html").text)
                self.assertIn("11–70", re.search(r'<ul class="articles">.*?</ul>', example.site(folder + "index.html").read_text(encoding="utf-8"), re.S)[0])
                self.assertIn("11–70", example.site(folder + "feed.xml").read_text(encoding="utf-8"))
                self.assertIn(texts[0].split(" » ")[2], example.page(folder + "sections/solidarity.html").text)

    def test_the_feed_is_atom_whose_links_lead_to_pages(self):
        with Investigation("zhanaozen") as example:
            example.publish()
            names = set()
            for folder in ("", "ru/", "kk/"):
                feed = xml.etree.ElementTree.parse(example.site(folder + "feed.xml")).getroot()
                self.assertEqual(ATOM + "feed", feed.tag)
                for element in ("id", "title", "updated", "author"):
                    self.assertIsNotNone(feed.find(ATOM + element))
                entry, = feed.findall(ATOM + "entry")
                self.assertEqual("2014-12-16T00:00:00Z", entry.find(ATOM + "updated").text)
                self.assertTrue(example.site(folder + entry.find(ATOM + "link").get("href")).is_file())
                names |= {feed.find(ATOM + "id").text, entry.find(ATOM + "id").text}
            self.assertEqual(6, len(names))
            self.assertTrue(all(name.startswith("urn:uuid:") for name in names))

    def test_the_invented_town_has_its_article_with_live_numbers(self):
        with Investigation("oil-town") as example:
            done = run("run", "--yes", example.folder)
            self.assertEqual(0, done.returncode, done.stderr)
            page = example.page("articles/three-years.html")
            self.assertIn("Home » Solidarity » Three years after Central Square", page.text)
            self.assertIn("9 October 2006", page.text)
            self.assertRegex(page.text, r"\d+(–\d+)? people are documented by name")
            self.assertRegex(page.text, r"\d+ \(90% interval: \d+ to \d+\)")
            self.assertIn("Release of all who were jailed (invented) open", page.text)
            self.assertIn("An independent inquiry into the shooting (invented) refused", page.text)
            about = example.site("about.html").read_text(encoding="utf-8")
            day = re.search(r'<dt>Made on</dt><dd><time datetime="([^"]+)">([^<]+)<', about)
            for path in example.site("").rglob("*.html"):  # the day of the run stands on no other page
                if path.name != "about.html":
                    text = path.read_text(encoding="utf-8")
                    self.assertNotIn(day[1], text, path)
                    self.assertNotIn(day[2], text, path)

    def test_a_second_publishing_changes_no_byte(self):
        with Investigation("zhanaozen") as example:
            example.publish()
            before = example.site("sanaq-site.txt").read_bytes()
            example.publish()
            self.assertEqual(before, example.site("sanaq-site.txt").read_bytes())

    def test_a_changed_article_is_published_by_the_next_run_and_an_unchanged_one_is_not(self):
        with Investigation("zhanaozen") as example:
            for _ in range(2):
                done = run("run", "--yes", example.folder)
            self.assertIn("up to date", done.stdout + done.stderr)
            path = example.folder / "articles/three-years.en.md"
            path.write_text(path.read_text(encoding="utf-8") + "\nxqnew\n", encoding="utf-8")
            self.assertEqual(0, run("run", "--yes", example.folder).returncode)
            self.assertIn("xqnew", example.page("articles/three-years.html").text)

    def test_what_does_not_say_public_stays_and_its_names_too(self):
        with Investigation() as made:
            made.article("open.en.md", text="xqcanary")
            for number, visibility in enumerate(("", "visibility: restricted", "visibility: sealed", "visibility: publik", "visibilty: public", "public: true")):
                made.article(f"xqsecret-{number}.en.md", f"title: xqsecret\nsection: xqsecret\ntags: [xqsecret]\n{visibility}", "xqsecret")
            made.article("xqsecret-9.en.md", bytes_=b"xqsecret without front matter, visibility: public")
            done = made.publish()
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertIn("xqsecret-0.en.md", done.stderr)  # whoever publishes is told
            found = False
            for path in made.site("").rglob("*"):
                self.assertNotIn("xqsecret", path.name)
                if path.is_file():
                    self.assertNotIn(b"xqsecret", path.read_bytes(), path)
                    found |= b"xqcanary" in path.read_bytes()
            self.assertTrue(found)

    def test_bad_articles_stop_the_publishing_with_file_and_line(self):
        public = "title: x\nvisibility: public\n"
        cases = [
            (dict(name="a.en.md", front=public + "date: soon"), ["articles/a.en.md:4:"]),
            (dict(name="a.ru.md", front=public + "lang: en"), ["articles/a.ru.md:4:"]),
            (dict(name="a.en.md", front=public, text="ok\n\n[[event:nothing]]"), ["articles/a.en.md:8:", "event:nothing"]),
            (dict(name="a.en.md", front=public, text="[[number:estimated]]"), ["articles/a.en.md:6:"]),
            (dict(name="a.ru.md", bytes_="---\ntitle: x\nvisibility: public\n---\nПривет всем\n".encode("cp1251")), ["UTF-8"]),
            (dict(name="A B.en.md", front=public), ["SLUG.LANG.md"]),
            (dict(name="..en.md", front=public), []),
            (dict(name="method-nothing.en.md", front=public), ["method-scope"]),
            (dict(name="method-scope.ru.md", front=public), ["method-scope.en.md"]),
            (dict(name="a.en.md", front=public + "translation_of: nothing"), ["nothing"]),
        ]
        for case, words in cases:
            if case["name"].startswith("."):
                continue  # passed over, as all hidden files are
            with self.subTest(case), Investigation() as made:
                made.article(**case)
                self.refused(made, *words)

    def test_two_files_of_one_slug_and_language_are_refused(self):
        with Investigation() as made:
            made.article("a.en.md")
            made.article("b.en.md", "title: x\nvisibility: public\ntranslation_of: a")
            self.refused(made, "articles/a.en.md", "articles/b.en.md")

    def test_what_only_lacks_something_is_published_and_told(self):
        with Investigation() as made:
            made.article("undated.en.md")
            made.article("bom.en.md", bytes_=b"\xef\xbb\xbf---\r\ntitle: With a mark\r\nvisibility: public\r\nlayout: post\r\n---\r\nText.\r\n")
            made.article("long.en.md", f"title: {'x' * 5000}\nvisibility: public\ndate: 2014-12-16")
            done = made.publish()
            self.assertEqual(0, done.returncode, done.stderr)
            for words in ("undated.en.md: the article has no date", "bom.en.md:4: the key layout"):
                self.assertIn(words, done.stderr)
            self.assertIn("With a mark", made.page("articles/bom.html").text)
            self.assertLess(made.site("articles.html").stat().st_size, 20_000)

    def test_links_and_pictures_that_may_not_leave_become_their_text(self):
        with Investigation() as made:
            (made.folder / "secret.jpg").write_bytes(b"\xff\xd8\xff\xe0 not for you")
            made.article("a.en.md", text="[one](javascript:alert(1)) ![two](https://evil.example/x.png) ![three](files/../../secret.jpg) "
                                         "[four](data:text/html,x) [five](../../../etc/passwd) <img src=x onerror=alert(1)> [six](https://example.org/)")
            done = made.publish()
            self.assertEqual(0, done.returncode, done.stderr)
            markup = made.site("articles/a.html").read_text(encoding="utf-8")
            for word in ("javascript:", "evil.example", "data:text", "passwd", "<img", "secret.jpg"):
                self.assertNotIn(word, markup)
            for word in ("one", "two", "three", "four", "five", "&lt;img src=x", 'href="https://example.org/"'):
                self.assertIn(word, markup)
            self.assertEqual(5, done.stderr.count("articles/a.en.md:5:"), done.stderr)

    def test_a_link_on_the_disk_is_not_followed(self):
        with Investigation() as made:
            made.article("a.en.md")
            secret = made.folder / "secret.md"
            secret.write_text("---\ntitle: xqsecret\nvisibility: public\n---\nxqsecret\n", encoding="utf-8")
            os.symlink(secret, made.folder / "articles/b.en.md")
            self.assertEqual(0, made.publish().returncode)
            self.assertFalse(made.site("articles/b.html").exists())

    def test_a_thousand_articles_are_published_on_pages_of_a_bearable_length(self):
        with Investigation() as made:
            for number in range(1000):
                made.article(f"a{number}.en.md", f"title: Article {number}\nvisibility: public\nsection: One\ntags: [all, t{number % 7}]\ndate: 2014-12-{number % 28 + 1:02}",
                             "Words of an article. " * 40)
            done = made.publish()
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertEqual(1000, len(list(made.site("ru/articles").glob("*.html"))))
            for path in made.site("").rglob("*.html"):
                self.assertLess(path.stat().st_size, 150_000, path)
            seen = {link for path in made.site("sections").glob("one*.html") for link in Seen(path.read_text(encoding="utf-8")).links if "articles/a" in link}
            self.assertEqual(1000, len(seen))
            feed = xml.etree.ElementTree.parse(made.site("feed.xml")).getroot()
            self.assertEqual(20, len(feed.findall(ATOM + "entry")))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    PROGRAM = parser.parse_args().program or str(ROOT / "build/sanaq")
    unittest.main(argv=sys.argv[:1], verbosity=2)
