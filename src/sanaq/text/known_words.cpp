#include "sanaq/text/known_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "embedded/sanaq_text.h"
#include "sanaq/base/check.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

struct TableWord {
  std::u32string letters;
  bool is_open = false;  // any ending may follow
};

struct Phrase {
  std::vector<TableWord> words;
  std::vector<WordMeaning> meanings;
};

struct Table {
  // By the letters of the first word; those whose first word has an open ending apart.
  std::unordered_map<std::u32string, std::vector<Phrase>> whole, open;
  std::unordered_map<std::u32string, std::size_t> joined;  // written without spaces, by letters
};

constexpr std::size_t open_letters_min = 3;
constexpr std::size_t joined_letters_max = 12;

bool is_joined_script(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
  return script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HIRAGANA;
}

std::string_view next_field(std::string_view& rest, std::string_view separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view field = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + separator.size());
  return field;
}

WordRole role_of(std::string_view word) {
  if (word == "filler") return WordRole::filler;
  if (word == "weak") return WordRole::weak;
  if (word == "place") return WordRole::place;
  if (word == "telling") return WordRole::telling;
  if (word == "legal") return WordRole::legal;
  if (word == "number") return WordRole::number;
  if (word == "sign") return WordRole::sign;
  base::check(word == "vessel", "a table of words knows its roles");
  return WordRole::vessel;
}

// Meanings by their name in the tables, so that an abbreviation can say what it stands for.
using Meanings = std::unordered_map<std::string, WordMeaning>;

std::vector<WordMeaning> meanings_of(std::string_view role, std::string_view name, Meanings& known,
                                     std::uint16_t& count) {
  if (role == "abbreviation") {
    std::vector<WordMeaning> all;
    while (!name.empty()) all.push_back(known.at(std::string(next_field(name, "+"))));
    return all;
  }
  WordMeaning meaning{role_of(role), ++count};
  if (meaning.role == WordRole::number)
    std::from_chars(name.data(), name.data() + name.size(), meaning.meaning);
  known.emplace(std::string(name), meaning);
  return {meaning};
}

Phrase phrase_of(std::string_view text, const std::vector<WordMeaning>& meanings) {
  Phrase phrase{{}, meanings};
  while (!text.empty()) {
    std::string_view word = next_field(text, " ");
    const bool is_open = word.ends_with('*');
    if (is_open) word.remove_suffix(1);
    phrase.words.push_back({table_key(to_utf32(word)), is_open});
  }
  return phrase;
}

void add_phrase(Table& table, Phrase phrase) {
  const TableWord& first = phrase.words.front();
  if (phrase.words.size() == 1 && is_joined_script(first.letters.front()))
    table.joined.emplace(first.letters, first.letters.size());
  auto& phrases = (first.is_open ? table.open : table.whole)[first.letters];
  phrases.push_back(std::move(phrase));
}

Table load_table() {
  Table table;
  Meanings known;
  std::uint16_t count = 0;
  for (const char* file : {"organisation_words.txt", "country_words.txt", "number_words.txt"}) {
    std::string_view lines = embedded_file(file);
    while (!lines.empty()) {
      std::string_view line = next_field(lines, "\n");
      const std::string_view role = next_field(line, " ");
      const std::vector<WordMeaning> meanings =
          meanings_of(role, next_field(line, ": "), known, count);
      while (!line.empty()) add_phrase(table, phrase_of(next_field(line, ", "), meanings));
    }
  }
  return table;
}

const Table& table() {
  static const Table loaded = load_table();
  return loaded;
}

bool fits(const TableWord& word, const std::u32string& key) {
  return word.is_open ? key.starts_with(word.letters) : key == word.letters;
}

bool fits(const Phrase& phrase, const std::vector<std::u32string>& keys, std::size_t at) {
  if (at + phrase.words.size() > keys.size()) return false;
  for (std::size_t word = 1; word < phrase.words.size(); ++word) {
    if (!fits(phrase.words[word], keys[at + word])) return false;
  }
  return true;
}

void keep_longest(const std::unordered_map<std::u32string, std::vector<Phrase>>& phrases,
                  const std::u32string& first, const std::vector<std::u32string>& keys,
                  std::size_t at, const Phrase*& best) {
  const auto found = phrases.find(first);
  if (found == phrases.end()) return;
  for (const Phrase& phrase : found->second) {
    if (best != nullptr && phrase.words.size() <= best->words.size()) continue;
    if (fits(phrase, keys, at)) best = &phrase;
  }
}

}  // namespace

std::u32string table_key(View word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  std::u32string key;
  for (char32_t letter : word) {
    letter = static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
    if (letter == 0x307 || u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK) continue;
    static constexpr View special = U"łøđıßæœёأإآٱةىیکґ";
    static constexpr View plain = U"lodisaoеااااهييكг";
    static_assert(special.size() == plain.size());
    if (const std::size_t at = special.find(letter); at != View::npos) {
      key += plain[at];
      continue;
    }
    icu::UnicodeString parts;
    const bool loses_marks = script == USCRIPT_LATIN || script == USCRIPT_GREEK;
    if (loses_marks && compose->getDecomposition(static_cast<UChar32>(letter), parts) != 0) {
      // Twice for letters with two marks.
      icu::UnicodeString inner;
      const UChar32 base = parts.char32At(0);
      key += static_cast<char32_t>(compose->getDecomposition(base, inner) != 0 ? inner.char32At(0)
                                                                               : base);
    } else {
      key += letter;
    }
  }
  return key;
}

std::optional<KnownWords> find_known_words(const std::vector<std::u32string>& keys,
                                           std::size_t at) {
  const std::u32string& first = keys[at];
  const Phrase* best = nullptr;
  keep_longest(table().whole, first, keys, at, best);
  for (std::size_t length = first.size(); length >= open_letters_min; --length)
    keep_longest(table().open, first.substr(0, length), keys, at, best);
  if (best == nullptr) return std::nullopt;
  return KnownWords{best->words.size(), best->meanings};
}

std::vector<std::u32string> cut_known_words(View word) {
  if (word.empty() || !is_joined_script(word.front())) return {std::u32string(word)};
  std::vector<std::u32string> pieces;
  std::u32string unknown;
  const auto keep_unknown = [&] {
    if (!unknown.empty()) pieces.push_back(std::move(unknown));
    unknown.clear();
  };
  for (std::size_t at = 0; at < word.size();) {
    std::size_t length = std::min(joined_letters_max, word.size() - at);
    // A single letter is a word of its own only where it ends the whole.
    while (length > 0 && (table().joined.count(std::u32string(word.substr(at, length))) == 0 ||
                          (length == 1 && at + 1 < word.size())))
      --length;
    if (length == 0) {
      unknown += word[at++];
      continue;
    }
    keep_unknown();
    pieces.emplace_back(word.substr(at, length));
    at += length;
  }
  keep_unknown();
  return pieces;
}

}  // namespace sanaq::text
