"""Every sentence of the program is translated into Russian, and every placeholder survives the translation."""
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
    folders = [ROOT / "src/sanaq" / room for room in rooms] if rooms else [ROOT / "src"]
    assert all(folder.is_dir() for folder in folders), "a room that is named here has moved"
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (".cpp", ".h"))


def sentences():
    return sentences_in(sources()) | page_sentences()


def page_sentences():
    """[[sentences]] of the page templates."""
    return {id_ for path in (ROOT / "site").glob("*.html") for id_ in re.findall(r"\[\[(.*?)\]\]", path.read_text(encoding="utf-8"))}


# Rooms whose sentences stand on pages, or are told to whoever publishes; files that give the reports their reasons and advice. The commands and
# their help are in Russian and not yet in Kazakh.
SAID_IN_KAZAKH = ("casefile", "estimate", "draw", "pages", "disclose", "publish")
REPORTED_IN_KAZAKH = ("tables/*_cell.cpp", "tables/no_person_rows.cpp", "tables/error_cells.cpp", "tables/list_body.cpp", "persons/case_names.cpp", "persons/case_persons.cpp",
                      "investigation/case_tables.cpp", "investigation/ingest_report.cpp", "persons/decisions.cpp", "persons/resolve_person.cpp")
NOT_IN_A_REPORT = ("is nearly empty", "more than {} MB", "is kept for the people", "still leads to its person", "a table of the case file has")


def lacking(catalogue_, wanted):
    return sorted(id_.replace(END_OF_CONTEXT, ": ") for id_ in wanted if not any(catalogue_.get(id_, [])))


class Catalogue(unittest.TestCase):
    def test_every_sentence_is_in_russian(self):
        self.assertEqual([], lacking(catalogue("ru"), sentences()), "add these to po/ru/ROOM.po")

    def test_every_sentence_of_the_site_is_in_kazakh(self):
        wanted = page_sentences() | sentences_in(sources(*SAID_IN_KAZAKH))
        self.assertEqual([], lacking(catalogue("kk"), wanted), "add these to po/kk/ROOM.po")

    def test_every_reason_of_a_report_is_in_kazakh(self):
        files = []
        for name in REPORTED_IN_KAZAKH:
            found = sorted((ROOT / "src/sanaq").glob(name))
            self.assertTrue(found, f"{name} has moved")
            files += found
        wanted = {id_ for id_ in sentences_in(files) if not any(part in id_ for part in NOT_IN_A_REPORT)}
        self.assertGreater(len(wanted), 40)
        self.assertEqual([], lacking(catalogue("kk"), wanted), "add these to po/kk/reports.po")

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
        """The settings that `sanaq new` writes: every section and key that English explains Russian explains too, in the same order."""
        with tempfile.TemporaryDirectory() as folder:
            for language in ("en", "ru"):
                subprocess.run([PROGRAM, "--language", language, "new", f"{folder}/{language}"], check=True, capture_output=True)
            texts = [pathlib.Path(folder, language, "investigation.toml").read_text(encoding="utf-8") for language in ("en", "ru")]
        keys = [re.findall(r"^(?:# )?(\[+\w+\]+|\w+ =)", text, re.M) for text in texts]
        self.assertEqual(keys[0], keys[1])
        self.assertGreater(len(keys[0]), 40)
        explained = [len(re.findall(r"^(?:# )?\w+ = .*# ", text, re.M)) for text in texts]
        self.assertEqual(explained[0], explained[1])

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
    PROGRAM = parser.parse_args().program or str(ROOT / "build/sanaq")
    unittest.main(argv=sys.argv[:1], verbosity=2)
