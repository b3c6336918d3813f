#include "sanaq/text/parts.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "sanaq/text/affixes.h"
#include "sanaq/text/asian_names.h"
#include "sanaq/text/costs.h"
#include "sanaq/text/keys.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/organisation.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;
using Words = std::vector<Word>;

bool is_latin_vowel(char32_t letter) { return View(U"aeiouy").find(letter) != View::npos; }

bool has_letter(View word) {
  return std::any_of(word.begin(), word.end(),
                     [](char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; });
}

// ---- words that are joined: Abd al-Rahman, Nur ad-Din, Асан ұлы

// Abdulrahman and Abd al-Rahman become one word: the vowel and the l of the article go.
void cut_inner_article(std::u32string& word) {
  if (word.starts_with(U"abd") && word.size() >= 9 && is_latin_vowel(word[3]) && word[4] == U'l')
    word.erase(3, 2);
  if (word.starts_with(U"عبدال") && word.size() >= 8 && word.find(U"الله") == View::npos)
    word.erase(3, 2);
}

void cut_arabic_article(std::u32string& word) {
  if (word.starts_with(U"ال") && word.size() >= 5 && word != U"الله") word.erase(0, 2);
}

bool is_abd(View word) { return word.starts_with(U"abd") || word.starts_with(U"абд"); }

// `abd` + `al` + `rahman`: the word, the article that is skipped, the next.
std::size_t join_with_next(const Words& words, std::size_t at, Word& joined) {
  std::size_t next = at + 1;
  if (next + 1 < words.size() && is_article(words[next].letters)) ++next;
  if (next >= words.size()) return at;
  std::u32string rest = words[next].letters;
  cut_arabic_article(rest);
  if (is_abd(joined.letters)) joined.letters.resize(3);
  joined.letters += rest;
  return next;
}

void join_with_previous(Words& joined, const Word& word) {
  std::u32string rest = word.letters;
  cut_arabic_article(rest);
  joined.back().letters += rest;
}

Words join_words(const Words& words) {
  Words joined;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const View letters = words[at].letters;
    const bool has_one_before = !joined.empty() && joined.back().letters.size() > 1;
    if (has_one_before && (joins_previous(letters) || is_patronymic_word(letters))) {
      if (is_article(joined.back().letters) && joined.size() > 1) joined.pop_back();
      join_with_previous(joined, words[at]);
      continue;
    }
    Word word = words[at];
    if (joins_next(letters) && !word.has_dot) at = join_with_next(words, at, word);
    cut_inner_article(word.letters);
    joined.push_back(std::move(word));
  }
  return joined;
}

// ---- words that are no parts

void cut_titles(Words& words) {
  const auto cut = [&](auto at) {
    if (words.size() > 1 && is_title(at->letters)) words.erase(at);
  };
  while (words.size() > 1 && is_title(words.front().letters)) cut(words.begin());
  while (words.size() > 1 && is_title(words.back().letters)) cut(words.end() - 1);
}

void take_generation(Words& words, PreparedName& name) {
  if (words.size() < 2) return;
  name.generation = generation_of(words.back().letters);
  if (name.generation != 0) words.pop_back();
}

// A particle is neither the first of two nor the last, and a single letter only where it is small
// and without a dot.
bool drops_as_particle(const Words& words, std::size_t at) {
  if (at + 1 == words.size() || (at == 0 && words.size() == 2) || !is_particle(words[at].letters))
    return false;
  return words[at].letters.size() > 1 || (words[at].starts_small && !words[at].has_dot && at > 0);
}

void drop_particles(Words& words) {
  Words kept;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!drops_as_particle(words, at)) kept.push_back(words[at]);
  }
  words = std::move(kept);
}

// ---- forms

Form form_of(const Part& part, std::size_t begin, std::size_t end) {
  Form form;
  if (end <= begin || end > part.units.size()) return form;
  const std::string_view units = std::string_view(part.units).substr(begin, end - begin);
  form.begin = static_cast<std::uint8_t>(begin);
  form.end = static_cast<std::uint8_t>(end);
  form.classes = consonant_classes(units);
  form.bits = bigram_bits(units, part.script);
  const double frequency = frequency_bits(rarity_key(units, part.script), part.script);
  form.rarity = frequency < 0 ? form.bits : std::min(form.bits, std::max(3.0, frequency));
  return form;
}

std::size_t common_prefix(std::string_view left, std::string_view right) {
  return static_cast<std::size_t>(
      std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin());
}

struct NameLanguage {
  Language cyrillic = Language::russian;
  bool kazakh_arabic = false;
};

NameLanguage language_of(const Words& words) {
  std::u32string all;
  for (const Word& word : words) all += word.letters + U" ";
  return {cyrillic_language(all), is_kazakh_arabic(all)};
}

// Units of the stem: what the word without its suffix shares with the whole (a suffix may change
// the letter before it).
Form stem_form(const Part& part, View letters, std::size_t suffix_length, NameLanguage language) {
  if (suffix_length == 0) return {};
  const Reading stem = read_word(letters.substr(0, letters.size() - suffix_length),
                                 language.cyrillic, language.kazakh_arabic);
  return form_of(part, 0, common_prefix(stem.units, part.units));
}

bool has_article(View letters, Script script) {
  if (script == Script::arabic) return letters.starts_with(U"ال") && letters.size() >= 5;
  if (letters.size() < 8) return false;
  if (script == Script::latin)
    return (letters.starts_with(U"al") || letters.starts_with(U"el")) &&
           !is_latin_vowel(letters[2]);
  return script == Script::cyrillic && (letters.starts_with(U"аль") || letters.starts_with(U"эль"));
}

Part make_part(const Word& word, PartKind kind, NameLanguage language, const NameTables& tables) {
  Part part;
  part.text = to_utf8(word.letters);
  part.kind = kind;
  Reading reading = read_word(word.letters, language.cyrillic, language.kazakh_arabic);
  reading.units.resize(std::min(reading.units.size(), part_length_max));
  part.units = std::move(reading.units);
  part.script = reading.script;
  part.whole = form_of(part, 0, part.units.size());
  if (kind == PartKind::initial) return part;
  if (kind == PartKind::patronymic) {
    part.stem = stem_form(part, word.letters, patronymic_suffix(word.letters).length, language);
    if (!part.stem.exists()) part.stem = part.whole;
    part.whole.rarity = part.stem.rarity;
  } else {
    const FamilySuffix suffix = family_suffix(word.letters);
    part.family_suffix = static_cast<std::uint8_t>(suffix.kind);
    part.stem = stem_form(part, word.letters, suffix.length, language);
    if (has_article(word.letters, part.script))
      part.without_article = form_of(part, 2, part.units.size());
    // A name is as rare as it is written: a stem alone may look common.
    part.stem.rarity = part.whole.rarity;
    part.without_article.rarity = part.whole.rarity;
    part.nicknames = tables.groups_of(hand_fold(part.units));
  }
  return part;
}

// ---- kinds

// Which words are patronymics. Of several in -ович the one that is not first; in a name of two
// words only sure suffixes count.
std::vector<PartKind> kinds_of(const Words& words) {
  std::vector<PartKind> kinds(words.size(), PartKind::name);
  bool found = false;
  const bool is_long = words.size() >= 3;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].letters.size() == 1) {
      kinds[at] = PartKind::initial;
      continue;
    }
    const Patronymic kind = patronymic_suffix(words[at].letters).kind;
    if (kind == Patronymic::sure || (kind == Patronymic::likely && is_long && at > 0)) {
      kinds[at] = PartKind::patronymic;
      found = true;
    }
  }
  for (std::size_t at = 1; at < words.size() && is_long && !found; ++at) {
    if (kinds[at] != PartKind::name ||
        patronymic_suffix(words[at].letters).kind != Patronymic::family_too)
      continue;
    kinds[at] = PartKind::patronymic;
    found = true;
  }
  return kinds;
}

void add_part(PreparedName& name, Part part) {
  if (part.units.empty()) return;
  std::vector<Part>& parts = part.kind == PartKind::initial ? name.initials : name.parts;
  if (parts.size() < part_count_max) {
    parts.push_back(std::move(part));
  } else {
    ++name.words_left_out;
  }
}

void prepare_person(Words words, const NameTables& tables, PreparedName& name) {
  std::erase_if(words, [](const Word& word) { return !has_letter(word.letters); });
  cut_titles(words);
  take_generation(words, name);
  const NameLanguage language = language_of(words);
  words = join_words(words);
  drop_particles(words);
  const std::vector<PartKind> kinds = kinds_of(words);
  for (std::size_t at = 0; at < words.size(); ++at)
    add_part(name, make_part(words[at], kinds[at], language, tables));
}

// ---- organisations

void prepare_organisation(const Words& words, const NameTables& tables, PreparedName& name) {
  const NameLanguage language = language_of(words);
  for (const Word& word : words) {
    if (word.letters.size() > 2)
      name.acronym += hand_fold(
          read_word(word.letters.substr(0, 1), language.cyrillic, language.kazakh_arabic).units);
    if (!has_letter(word.letters)) {
      name.numbers.push_back(to_utf8(word.letters));
    } else if (const int legal = legal_class(word.letters); legal != 0) {
      if (name.legal_class == 0) name.legal_class = legal;
    } else if (is_general_word(word.letters)) {
      name.general_words.push_back(
          hand_fold(read_word(word.letters, language.cyrillic, language.kazakh_arabic).units));
    } else {
      add_part(name, make_part(word, word.letters.size() == 1 ? PartKind::initial : PartKind::name,
                               language, tables));
    }
  }
  // A name of general words alone is compared by them.
  if (name.parts.empty()) {
    name.general_words.clear();
    for (const Word& word : words) {
      if (word.letters.size() > 1 && has_letter(word.letters))
        add_part(name, make_part(word, PartKind::name, language, tables));
    }
  }
  std::sort(name.numbers.begin(), name.numbers.end());
  std::sort(name.general_words.begin(), name.general_words.end());
}

}  // namespace

PreparedName parts_of_name(std::string_view text, NameKind kind, const NameTables& tables) {
  PreparedName name;
  name.folded = fold(text);
  name.kind = kind;
  if (name_problem(text)) return name;
  Words words = split_asian_names(split_words(text));
  if (kind == NameKind::person) {
    prepare_person(std::move(words), tables, name);
  } else {
    prepare_organisation(words, tables, name);
  }
  return name;
}

}  // namespace sanaq::text
