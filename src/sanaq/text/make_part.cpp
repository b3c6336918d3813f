#include "sanaq/text/make_part.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "sanaq/text/affixes.h"
#include "sanaq/text/costs.h"
#include "sanaq/text/keys.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

bool is_latin_vowel(char32_t letter) { return View(U"aeiouy").find(letter) != View::npos; }

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

}  // namespace

bool has_letter(View word) {
  return std::any_of(word.begin(), word.end(),
                     [](char32_t letter) { return u_isalpha(static_cast<UChar32>(letter)) != 0; });
}

NameLanguage language_of(const std::vector<Word>& words) {
  std::u32string all;
  for (const Word& word : words) all += word.letters + U" ";
  return {cyrillic_language(all), is_kazakh_arabic(all)};
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
    part.nicknames = tables.groups_of(latin_key(part.units));
  }
  return part;
}

void set_stem(Part& part, const Word& word, std::size_t suffix_length, NameLanguage language) {
  part.stem = stem_form(part, word.letters, suffix_length, language);
  part.stem.rarity = part.whole.rarity;
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

}  // namespace sanaq::text
