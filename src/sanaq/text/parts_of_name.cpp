#include "sanaq/text/parts_of_name.h"

#include <algorithm>

#include "sanaq/text/affixes.h"
#include "sanaq/text/asian_names.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/make_part.h"
#include "sanaq/text/name_problem.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/organisation.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;
using Words = std::vector<Word>;

bool is_latin_vowel(char32_t letter) { return View(U"aeiouy").find(letter) != View::npos; }

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

void prepare_person(Words words, const NameTables& tables, PreparedName& name) {
  std::erase_if(words, [](const Word& word) { return !has_letter(word.letters); });
  cut_titles(words);
  take_generation(words, name);
  const NameLanguage language = language_of(words);
  if (const std::vector<AsianPart> asian = asian_name(words); !asian.empty()) {
    for (const AsianPart& one : asian) {
      Part part = make_part(one.word, PartKind::name, language, tables);
      part.asian = one.reading;
      add_part(name, std::move(part));
    }
    return;
  }
  words = join_words(words);
  drop_particles(words);
  const std::vector<PartKind> kinds = kinds_of(words);
  for (std::size_t at = 0; at < words.size(); ++at)
    add_part(name, make_part(words[at], kinds[at], language, tables));
}

}  // namespace

PreparedName parts_of_name(std::string_view text, NameKind kind, const NameTables& tables) {
  PreparedName name;
  name.folded = fold(text);
  name.kind = kind;
  if (name_problem(text)) return name;
  Words words = split_words(text);
  if (kind == NameKind::person) {
    prepare_person(std::move(words), tables, name);
  } else {
    prepare_organisation(words, tables, name);
  }
  return name;
}

}  // namespace sanaq::text
