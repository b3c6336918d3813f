"""Every sentence of the program is translated into each language, and every placeholder survives the translation."""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = None


END_OF_CONTEXT = "\x04"


def each_entry(po):
    """(key, msgstr forms) of a catalogue, in order; the key of a sentence in a context begins with it, as in a compiled one."""
    keyword, context, id_, forms = None, None, None, []
    for line in po.splitlines() + [""]:
        match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$', line)
        if match:
            keyword = match[1]
            if keyword == "msgctxt":
                context = match[2]
            elif keyword == "msgid":
                id_, forms = match[2], []
            elif keyword.startswith("msgstr"):
                forms.append(match[2])
        elif line.startswith('"') and keyword:
            if keyword == "msgid":
                id_ += line[1:-1]
            elif keyword.startswith("msgstr"):
                forms[-1] += line[1:-1]
        elif not line.strip() and id_ is not None:
            yield (id_ if context is None else context + END_OF_CONTEXT + id_), forms
            context, id_ = None, None


def entries(po):
    """key -> list of msgstr forms of a catalogue."""
    return dict(each_entry(po))


def catalogue(language):
    found = {}
    for path in sorted((ROOT / "po" / language).glob("*.po")):
        found.update(entries(path.read_text(encoding="utf-8")))
    return found


def translations(language):
    """key -> {msgstr forms: the files that say so}."""
    found = {}
    for path in sorted((ROOT / "po" / language).glob("*.po")):
        for id_, forms in each_entry(path.read_text(encoding="utf-8")):
            if id_:
                found.setdefault(id_, {}).setdefault(tuple(forms), []).append(path.name)
    return found


def sentences_in(sources):
    out = subprocess.run(
        ["xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", "--keyword=message:1", "--keyword=say:1", "--keyword=sentence:1",
         "--keyword=in_context:1c,2", "--keyword=count:1,2", "--no-wrap", "--no-location", "-o", "-", *map(str, sources)],
        check=True, capture_output=True, text=True).stdout
    return {id_ for id_ in entries(out) if id_}


def sources(*rooms):
    folders = [ROOT / "src/sanaq" / room for room in rooms] if rooms else [ROOT / "src", ROOT / "python/module"]
    assert all(folder.is_dir() for folder in folders), "a room that is named here has moved"
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (".cpp", ".h"))


def sentences():
    return sentences_in(sources()) | page_sentences()


def page_sentences():
    """[[sentences]] of the page templates."""
    return {id_ for folder in ("site", "workspace") for path in (ROOT / folder).glob("*.html") for id_ in re.findall(r"\[\[(.*?)\]\]", path.read_text(encoding="utf-8"))}


def lacking(catalogue_, wanted):
    return sorted(id_.replace(END_OF_CONTEXT, ": ") for id_ in wanted if not any(catalogue_.get(id_, [])))


class Catalogue(unittest.TestCase):
    def test_every_sentence_is_in_each_language(self):
        for language in ("ru", "kk"):
            self.assertEqual([], lacking(catalogue(language), sentences()), f"add these to po/{language}/ROOM.po")

    def test_the_languages_have_the_same_sentences(self):
        """Words that are said by a variable are no literals that xgettext finds: what one catalogue has, the other has too."""
        russian, kazakh = set(catalogue("ru")) - {""}, set(catalogue("kk")) - {""}
        self.assertEqual([], sorted(russian - kazakh), "not in po/kk")
        self.assertEqual([], sorted(kazakh - russian), "not in po/ru")

    def test_one_sentence_has_one_translation(self):
        """The catalogues are joined, and the first translation would stand for both: what means two things has a context (base/in_context.h)."""
        for language in ("ru", "kk"):
            twice = {id_: said for id_, said in translations(language).items() if len(said) > 1}
            self.assertEqual({}, twice, f"po/{language}: give one of them a msgctxt, or take one away")

    def test_a_sentence_with_a_context_is_not_said_without_one(self):
        """"held" beside custody: held would be one of its meanings, and nobody can tell which."""
        said = sentences()
        meanings = {id_.partition(END_OF_CONTEXT)[2] for id_ in said if END_OF_CONTEXT in id_}
        self.assertEqual([], sorted(meanings & said), "give these a context too")

    def test_a_context_is_translated_in_each_language(self):
        for language in ("ru", "kk"):
            for id_ in translations(language):
                if END_OF_CONTEXT in id_:
                    self.assertIn(id_, sentences(), f"po/{language}: nobody says this in that context")

    def test_the_founding_texts_say_as_much_in_each_language(self):
        """The settings that `sanaq new` writes: every section and key that English explains the others explain too, in the same order."""
        texts = {}
        with tempfile.TemporaryDirectory() as folder:
            for language in ("en", "ru", "kk"):
                subprocess.run([PROGRAM, "--language", language, "new", f"{folder}/{language}"], check=True, capture_output=True)
                texts[language] = pathlib.Path(folder, language, "investigation.toml").read_text(encoding="utf-8")
        keys = {language: re.findall(r"^(?:# )?(\[+\w+\]+|\w+ =)", text, re.M) for language, text in texts.items()}
        self.assertGreater(len(keys["en"]), 40)
        explained = {language: len(re.findall(r"^(?:# )?\w+ = .*# ", text, re.M)) for language, text in texts.items()}
        for language in ("ru", "kk"):
            self.assertEqual(keys["en"], keys[language])
            self.assertEqual(explained["en"], explained[language])
            self.assertNotEqual(texts["en"], texts[language])

    def test_placeholders_survive(self):
        for language in ("ru", "kk"):
            for id_, forms in catalogue(language).items():
                for form in forms:
                    if id_ and form:
                        self.assertEqual(id_.count("{}"), len(re.findall(r"\{\d*\}", form)), f"{language}: {id_}")
                        numbers = sorted(int(number) for number in re.findall(r"\{(\d+)\}", form))
                        self.assertIn(numbers, ([], list(range(id_.count("{}")))), f"{language}: the first is {{0}}: {id_}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--program")
    PROGRAM = parser.parse_args().program or str(ROOT / "build/sanaq")
    unittest.main(argv=sys.argv[:1], verbosity=2)
