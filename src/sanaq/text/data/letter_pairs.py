"""letter_pairs.py OUT [SIMULATE_POOLS.cpp]: counts letters and pairs of letters of names, places and everyday words, language by language.

Reads the word lists of the Python packages Faker 40 and mimesis 22 (MIT) and the locale data that Babel 2.19 carries (CLDR, Unicode
licence); writes only how costly each letter and pair is, in half bits. See ORIGIN.md.
"""
import collections
import importlib
import json
import math
import pathlib
import re
import sys
import unicodedata

import babel
import faker
import mimesis

# Language: alphabet beyond the plain one, Faker's locales, mimesis', Babel's.
LANGUAGES = {
    "ru": ("Cyrl", "абвгдежзийклмнопрстуфхцчшщъыьэюяё", ["ru_RU"], ["ru"], ["ru"]),
    "kk": ("Cyrl", "абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі", [], ["kk"], ["kk"]),
    "uk": ("Cyrl", "абвгдежзийклмнопрстуфхцчшщьюяєіїґ", ["uk_UA"], ["uk"], ["uk"]),
    "be": ("Cyrl", "абвгдежзйклмнопрстуфхцчшыьэюяёіў", [], [], ["be"]),
    "bg": ("Cyrl", "абвгдежзийклмнопрстуфхцчшщъьюя", ["bg_BG"], [], ["bg"]),
    "mk": ("Cyrl", "абвгдежзиклмнопрстуфхцчшѓѕјќљњџ", ["mk_MK"], [], ["mk"]),
    "sr": ("Cyrl", "абвгдежзиклмнопрстуфхцчшђјљњћџ", [], [], ["sr", "bs_Cyrl"]),
    "ky": ("Cyrl", "абвгдежзийклмнопрстуфхцчшщъыьэюяёңөү", [], [], ["ky"]),
    "tg": ("Cyrl", "абвгдежзийклмнопрстуфхчшъэюяёғӣқӯҳҷ", [], [], ["tg"]),
    "uz": ("Cyrl", "абвгдежзийклмнопрстуфхцчшъэюяёўқғҳ", [], [], ["uz_Cyrl"]),
    "en": ("Latn", "", ["en_US", "en_GB", "en_IE"], ["en"], ["en"]),
    "es": ("Latn", "áéíñóúü", ["es_ES", "es_MX", "es_CO", "es_AR", "es_CL"], ["es", "es-mx"], ["es"]),
    "pt": ("Latn", "áâãàçéêíóôõú", ["pt_BR", "pt_PT"], ["pt", "pt-br"], ["pt"]),
    "fr": ("Latn", "àâæçéèêëîïôœùûüÿ", ["fr_FR", "fr_CA", "fr_CH"], ["fr"], ["fr"]),
    "it": ("Latn", "àèéìòù", ["it_IT"], ["it"], ["it"]),
    "ca": ("Latn", "àçèéíïòóúü", ["es_CA"], [], ["ca"]),
    "de": ("Latn", "äöüß", ["de_DE", "de_AT", "de_CH"], ["de"], ["de"]),
    "nl": ("Latn", "áéëïóöü", ["nl_NL"], ["nl"], ["nl"]),
    "sv": ("Latn", "åäöé", ["sv_SE", "fi_FI"], ["sv", "fi"], ["sv", "fi"]),
    "da": ("Latn", "åæøé", ["da_DK", "no_NO"], ["da", "no"], ["da", "nb"]),
    "is": ("Latn", "áæéðíóöþúý", ["is_IS"], ["is"], ["is"]),
    "pl": ("Latn", "ąćęłńóśźż", ["pl_PL"], ["pl"], ["pl"]),
    "cs": ("Latn", "áčďéěíňóřšťúůýž", ["cs_CZ"], ["cs"], ["cs"]),
    "sk": ("Latn", "áäčďéíĺľňóôŕšťúýž", ["sk_SK"], ["sk"], ["sk"]),
    "hu": ("Latn", "áéíóöőúüű", ["hu_HU"], ["hu"], ["hu"]),
    "ro": ("Latn", "ăâîșțşţ", ["ro_RO"], [], ["ro"]),
    "hr": ("Latn", "čćđšž", ["hr_HR", "sl_SI"], ["hr"], ["hr", "bs", "sl"]),
    "sq": ("Latn", "çë", [], [], ["sq"]),
    "tr": ("Latn", "âçğıîöşüû", ["tr_TR"], ["tr"], ["tr"]),
    "az": ("Latn", "çəğıöşü", ["az_AZ"], ["az"], ["az"]),
    "et": ("Latn", "äõöüšž", ["et_EE"], ["et"], ["et"]),
    "lt": ("Latn", "ąčęėįšųūž", ["lt_LT"], [], ["lt"]),
    "lv": ("Latn", "āčēģīķļņšūž", ["lv_LV"], [], ["lv"]),
    "el": ("Grek", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", ["el_GR"], ["el"], ["el"]),
    "he": ("Hebr", "אבגדהוזחטיךכלםמןנסעףפץצקרשת", ["he_IL"], [], ["he"]),
    "ar": ("Arab", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ", ["ar_SA", "ar_AA", "ar_PS", "ar_DZ"], ["ar", "ar-sy", "ar-eg"], ["ar"]),
    "fa": ("Arab", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویءآئؤ", ["fa_IR"], ["fa"], ["fa"]),
}
# Words of headers and places that no word list has, and names of our own (invented).
MORE = {
    "kk": "аты жөні тегі әкесінің туған жылы қаза болған күні жері мекенжайы жасы жынысы ер әйел ауылы көшесі қаласы облысы ауданы "
          "теңіз маңғыстау қызылсай қостанай өскемен шымкент алматы ақтау жаңаөзен атырау түркістан нұрлан ғалымжан мұқанов "
          "әбенов үсенов өмірбек қыдыров ұлы қызы күйеуі ұл қыз маратұлы нұрланқызы сәрсенов жүсіпов төлегенов дүйсенов",
    "ru": "фамилия имя отчество фио дата рождения смерти гибели место возраст пол муж жен город улица посёлок село район область "
          "неизвестно неизвестный больница морг погибший примечание адрес номер",
}


def strings(thing, depth=0):
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict) and depth < 6:
        for key, value in thing.items():
            yield from strings(key, depth + 1)
            yield from strings(value, depth + 1)
    elif isinstance(thing, (list, tuple, set)) and depth < 6:
        for one in thing:
            yield from strings(one, depth + 1)


def of_faker(locale):
    for kind in ("person", "address"):
        try:
            module = importlib.import_module(f"faker.providers.{kind}.{locale}")
        except ImportError:
            continue
        for name, value in vars(module.Provider).items():
            if not name.startswith("__") and "format" not in name and "ascii" not in name and "romanized" not in name:
                yield from (text for text in strings(value) if "{{" not in text)


def of_mimesis(locale):
    folder = pathlib.Path(mimesis.__file__).parent / "datasets" / locale
    for name in ("person.json", "address.json"):
        if (folder / name).exists():
            yield from strings(json.loads((folder / name).read_text(encoding="utf-8")))


def of_babel(locale):
    data = babel.Locale.parse(locale)
    for table in (data.territories, data.languages):
        yield from (str(text) for text in table.values())
    for width in ("format", "stand-alone"):
        yield from (str(text) for text in data.months[width]["wide"].values())
        yield from (str(text) for text in data.days[width]["wide"].values())
    yield from (zone["city"] for zone in data.time_zones.values() if "city" in zone)


def words_of(language, pools):
    script, beyond, fakers, mimeses, babels = LANGUAGES[language]
    alphabet = set(beyond) | (set("abcdefghijklmnopqrstuvwxyz") if script == "Latn" else set())
    texts = [text for locale in fakers for text in of_faker(locale)] + [text for locale in mimeses for text in of_mimesis(locale)]
    texts += [text for locale in babels for text in of_babel(locale)] + [MORE.get(language, "")]
    texts += pools if language == "kk" else []
    words = set()
    for text in texts:
        text = unicodedata.normalize("NFC", text.replace("İ", "i"))
        text = text.replace("I", "ı").lower() if language in ("tr", "az") else text.lower()
        for word in re.findall(r"[^\W\d_]+", text):
            if len(word) > 1 and set(word) <= alphabet:
                words.add(word)
    return sorted(words), sorted(alphabet)


def costs(words, alphabet):
    """Witten and Bell 1991: pairs as far as they were seen, letters alone for the rest. Half bits."""
    letters, pairs = collections.Counter(), collections.defaultdict(collections.Counter)
    for word in words:
        for before, letter in zip("_" + word, word + "_"):
            letters[letter] += 1
            pairs[before][letter] += 1
    total = sum(letters.values()) + len(alphabet) / 2
    chance = {letter: (letters[letter] + 0.5) / total for letter in alphabet + ["_"]}
    single = {letter: round(-2 * math.log2(one)) for letter, one in chance.items()}
    double = {}
    for before, after in pairs.items():
        seen, kinds = sum(after.values()), len(after)
        for letter, count in after.items():
            double[before + letter] = round(-2 * math.log2((count + kinds * chance[letter]) / (seen + kinds)))
    return single, double


def levels(table):
    by_cost = collections.defaultdict(list)
    for key, cost in table.items():
        by_cost[cost].append(key)
    return sorted(by_cost.items())


def main():
    pools = re.findall(r'"([^"]+)"', pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")) if len(sys.argv) > 2 else []
    lines = ["# language, script, then half bits and the letters or pairs that cost so much; _ is a word's border. Made by letter_pairs.py."]
    for language, (script, *_) in LANGUAGES.items():
        words, alphabet = words_of(language, pools)
        single, double = costs(words, alphabet)
        double = {pair: cost for pair, cost in double.items() if cost <= single[pair[1]] + 3}
        print(language, len(words), "words,", len(double), "pairs", file=sys.stderr)
        lines += [f"{language} {script} {cost} {' '.join(keys)}" for cost, keys in levels(single)]
        lines += [f"{language} {script} {cost} {' '.join(sorted(keys))}" for cost, keys in levels(double)]
    pathlib.Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
