"""Every sentence of the program is translated into Russian, and every placeholder survives the translation."""
import argparse
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent


def entries(po):
    """msgid -> list of msgstr forms of a catalogue."""
    found, keyword, id_, forms = {}, None, None, []
    for line in po.splitlines() + [""]:
        match = re.match(r'(msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$', line)
        if match:
            keyword = match[1]
            if keyword == "msgid":
                id_, forms = match[2], []
            elif keyword.startswith("msgstr"):
                forms.append(match[2])
        elif line.startswith('"') and keyword:
            if keyword == "msgid":
                id_ += line[1:-1]
            elif keyword.startswith("msgstr"):
                forms[-1] += line[1:-1]
        elif not line.strip() and id_ is not None:
            found[id_] = forms
            id_ = None
    return found


def catalogue(language):
    found = {}
    for path in sorted((ROOT / "po" / language).glob("*.po")):
        found.update(entries(path.read_text(encoding="utf-8")))
    return found


def sentences():
    sources = sorted(str(path) for path in (ROOT / "src").rglob("*.cpp")) + sorted(str(path) for path in (ROOT / "src").rglob("*.h"))
    out = subprocess.run(
        ["xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", "--keyword=message:1", "--keyword=say:1", "--keyword=sentence:1",
         "--keyword=count:1,2", "--no-wrap", "--no-location", "-o", "-", *sources], check=True, capture_output=True, text=True).stdout
    return {id_ for id_ in entries(out) if id_} | page_sentences()


def page_sentences():
    """[[sentences]] of the page templates."""
    return {id_ for path in (ROOT / "site").glob("*.html") for id_ in re.findall(r"\[\[(.*?)\]\]", path.read_text(encoding="utf-8"))}


class Catalogue(unittest.TestCase):
    def test_every_sentence_is_in_russian(self):
        russian = catalogue("ru")
        missing = sorted(id_ for id_ in sentences() if not any(russian.get(id_, [])))
        self.assertEqual([], missing, "add these to po/ru/ROOM.po")

    def test_every_sentence_of_the_pages_is_in_kazakh(self):
        kazakh = catalogue("kk")
        self.assertEqual([], sorted(id_ for id_ in page_sentences() if not any(kazakh.get(id_, []))), "add these to po/kk/publish.po")

    def test_placeholders_survive(self):
        for language in ("ru", "kk"):
            for id_, forms in catalogue(language).items():
                for form in forms:
                    if id_ and form:
                        self.assertEqual(id_.count("{}"), len(re.findall(r"\{\d*\}", form)), f"{language}: {id_}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    parser.parse_args()
    unittest.main(argv=sys.argv[:1], verbosity=2)
