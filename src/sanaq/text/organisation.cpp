#include "sanaq/text/organisation.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "sanaq/text/keys.h"
#include "sanaq/text/known_words.h"
#include "sanaq/text/make_part.h"
#include "sanaq/text/named_thing.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;
using Words = std::vector<Word>;

constexpr std::size_t short_form_letters_max = 3;  // SA, AG, АО: may be words of their own
constexpr std::size_t acronym_letters_min = 3;
constexpr std::size_t acronym_letters_max = 8;

bool is_digit(char32_t letter) { return u_isdigit(static_cast<UChar32>(letter)) != 0; }
bool is_number(View word) { return !word.empty() && is_digit(word.front()); }

template <std::size_t count>
bool is_one_of(const std::array<View, count>& words, View word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The endings of 5th, 14-я, 3-ші.
bool is_ordinal_ending(View word) {
  static constexpr std::array<View, 17> endings = {U"st", U"nd",  U"rd", U"th",   U"й",  U"я",
                                                   U"е",  U"го",  U"ая", U"ый",   U"ой", U"ші",
                                                   U"шы", U"eme", U"er", U"inci", U"nci"};
  return is_one_of(endings, word);
}

// G650 is g 650; 14th is 14.
void split_digits(const Word& word, Words& out) {
  std::size_t start = 0;
  for (std::size_t at = 1; at <= word.letters.size(); ++at) {
    if (at < word.letters.size() && is_digit(word.letters[at]) == is_digit(word.letters[at - 1]))
      continue;
    Word piece = word;
    piece.letters = word.letters.substr(start, at - start);
    start = at;
    const bool follows_number = !out.empty() && is_number(out.back().letters);
    if (!follows_number || !is_ordinal_ending(piece.letters)) out.push_back(std::move(piece));
  }
}

// S.A.R.L. is sarl, J. P. Morgan is jp morgan; a letter alone stays.
Words join_letters(const Words& words) {
  Words joined;
  bool is_run = false;
  for (const Word& word : words) {
    const bool is_letter = word.letters.size() == 1 && has_letter(word.letters);
    if (is_letter && is_run) {
      joined.back().letters += word.letters;
    } else {
      joined.push_back(word);
    }
    is_run = is_letter;
  }
  return joined;
}

Words written_words(const Words& words) {
  Words pieces;
  for (const Word& word : words) {
    for (const std::u32string& letters : cut_known_words(word.letters)) {
      Word piece = word;
      piece.letters = letters;
      split_digits(piece, pieces);
    }
  }
  return join_letters(pieces);
}

std::string number_text(View digits) {
  std::string text;
  for (const char32_t digit : digits)
    text += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(digit)));
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  return text;
}

// ---- words in order, with what they mean

struct Read {
  std::size_t first = 0;
  std::size_t count = 1;
  std::vector<WordMeaning> meanings;  // none: a name
  [[nodiscard]] WordRole role() const {
    return meanings.empty() ? WordRole::name : meanings.front().role;
  }
};

bool counts_for(NameKind kind, WordRole role) {
  const bool is_number = role == WordRole::number || role == WordRole::sign;
  return kind == NameKind::vessel ? is_number || role == WordRole::vessel
                                  : role != WordRole::vessel;
}

std::vector<Read> read_words(const Words& words, NameKind kind) {
  std::vector<std::u32string> keys;
  for (const Word& word : words) keys.push_back(table_key(word.letters));
  std::vector<Read> all;
  for (std::size_t at = 0; at < words.size();) {
    Read read{at, 1, {}};
    std::optional<KnownWords> known = find_known_words(keys, at);
    if (known && counts_for(kind, known->meanings.front().role)) {
      read.count = known->count;
      read.meanings = std::move(known->meanings);
    }
    at += read.count;
    all.push_back(std::move(read));
  }
  return all;
}

// A short legal form counts at the beginning, or where no word that tells follows: "SA" in
// "Beaufort SA", not in "Sa Nostra Bank". A sign counts before a number.
void forget_doubtful(const Words& words, std::vector<Read>& all) {
  bool name_follows = false;
  for (std::size_t at = all.size(); at-- > 0;) {
    Read& read = all[at];
    const bool is_short = read.count == 1 && has_letter(words[read.first].letters) &&
                          words[read.first].letters.size() <= short_form_letters_max &&
                          u_isalpha(static_cast<UChar32>(words[read.first].letters[0])) != 0;
    if (read.role() == WordRole::legal && is_short && name_follows && at > 0) read.meanings.clear();
    if (read.role() == WordRole::sign) {
      const std::size_t next = read.first + read.count;
      const bool before_number = at + 1 < all.size() && (is_number(words[next].letters) ||
                                                         all[at + 1].role() == WordRole::number);
      if (!before_number) read.meanings.clear();
    }
    if (read.role() == WordRole::name) name_follows = true;
  }
}

bool tells(WordRole role) {
  return role == WordRole::name || role == WordRole::weak || role == WordRole::place ||
         role == WordRole::telling;
}

// ---- acronyms

std::string folded_letter(View word, NameLanguage language) {
  return latin_key(read_word(word.substr(0, 1), language.cyrillic, language.kazakh_arabic).units);
}

// Each letter by itself, as an acronym has it: `ch` are two letters here.
std::string spelled(View word, NameLanguage language) {
  if (word.size() < 2 || word.size() > acronym_letters_max || is_number(word)) return {};
  std::string letters;
  for (std::size_t at = 0; at < word.size(); ++at)
    letters += folded_letter(word.substr(at), language);
  return letters;
}

// First letters of the words that say something; with the small words; with the legal form.
std::vector<std::string> acronyms_of(const Words& words, const std::vector<Read>& all,
                                     NameLanguage language) {
  std::array<std::string, 3> found;
  for (const Read& read : all) {
    if (read.count == 1 && is_number(words[read.first].letters)) continue;
    for (std::size_t at = read.first; at < read.first + read.count; ++at) {
      const std::string letter = folded_letter(words[at].letters, language);
      const bool is_small = words[at].letters.size() <= 3 && read.role() == WordRole::filler;
      if (!is_small && read.role() != WordRole::legal) found[0] += letter;
      if (read.role() != WordRole::legal) found[1] += letter;
      if (!is_small) found[2] += letter;
    }
  }
  std::vector<std::string> acronyms;
  for (std::string& one : found) {
    if (one.size() >= acronym_letters_min) acronyms.push_back(std::move(one));
  }
  return acronyms;
}

// "Union of New Press Offices (UNPO)": the acronym says the same again.
void drop_own_acronym(const Words& words, std::vector<Read>& all, NameLanguage language) {
  if (all.size() < 4) return;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at].count != 1 || all[at].role() != WordRole::name) continue;
    const std::string letters = spelled(words[all[at].first].letters, language);
    if (letters.size() < acronym_letters_min) continue;
    std::vector<Read> rest = all;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    const std::vector<std::string> acronyms = acronyms_of(words, rest, language);
    if (std::find(acronyms.begin(), acronyms.end(), letters) == acronyms.end()) continue;
    all = std::move(rest);
    return;
  }
}

// ---- into the name

// Kharkiv and Харківська: the letters that make an adjective of a place, and how many they are.
std::size_t adjective_ending(View word) {
  static constexpr std::array<View, 26> endings = {
      U"ський", U"ського", U"ській", U"ська", U"ське", U"ської", U"цький", U"цька", U"ский",
      U"ского", U"ская",   U"ской",  U"ское", U"ские", U"цкий",  U"цкая",  U"skiy", U"skaya",
      U"skoye", U"skogo",  U"skoi",  U"skij", U"ska",  U"skyi",  U"ски",   U"ска"};
  for (const View ending : endings) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) return ending.size();
  }
  return 0;
}

void add_word(const Word& word, WordMeaning known, NameLanguage language, const NameTables& tables,
              PreparedName& name) {
  const bool is_initial = word.letters.size() == 1 && known.role == WordRole::name;
  Part part = make_part(word, is_initial ? PartKind::initial : PartKind::name, language, tables);
  // Endings of family names and short forms of given names mean nothing here.
  const std::size_t ending = adjective_ending(word.letters);
  set_stem(part, word, ending, language);
  part.family_suffix = ending > 0 ? adjective_suffix : 0;
  part.nicknames.clear();
  part.known = known;
  part.asian = reading_of_letters(word.letters);
  add_part(name, std::move(part));
}

void add_read(const Words& words, const Read& read, NameLanguage language, const NameTables& tables,
              PreparedName& name) {
  const Word& first = words[read.first];
  if (is_number(first.letters)) {
    name.numbers.push_back(number_text(first.letters));
    return;
  }
  if (read.meanings.empty()) {
    add_word(first, {}, language, tables, name);
    return;
  }
  Word whole = first;
  for (std::size_t at = read.first + 1; at < read.first + read.count; ++at)
    whole.letters += words[at].letters;
  for (const WordMeaning& known : read.meanings) {
    if (known.role == WordRole::number) name.numbers.push_back(std::to_string(known.meaning));
    if (known.role == WordRole::legal && name.legal_class == 0) {
      name.legal_class = known.meaning;
      name.legal_form = to_utf8(whole.letters);
    }
    if (tells(known.role)) add_word(whole, known, language, tables, name);
  }
}

}  // namespace

void prepare_organisation(const Words& written, const NameTables& tables, PreparedName& name) {
  const Words words = written_words(written);
  const NameLanguage language = language_of(words);
  std::vector<Read> all = read_words(words, name.kind);
  forget_doubtful(words, all);
  drop_own_acronym(words, all, language);
  for (const Read& read : all) add_read(words, read, language, tables, name);
  // A name of small words and forms alone is compared by them.
  if (name.parts.empty() && name.initials.empty() && name.numbers.empty()) {
    for (const Word& word : words) {
      if (has_letter(word.letters)) add_word(word, {}, language, tables, name);
    }
  }
  if (name.kind == NameKind::organisation) name.acronyms = acronyms_of(words, all, language);
  if (name.parts.size() == 1 && name.parts[0].known.role == WordRole::name)
    name.spelled = spelled(to_utf32(name.parts[0].text), language);
  std::sort(name.numbers.begin(), name.numbers.end());
}

bool is_organisation_like(const Words& written) {
  const Words words = written_words(written);
  std::vector<Read> all = read_words(words, NameKind::organisation);
  forget_doubtful(words, all);
  return std::any_of(all.begin(), all.end(), [&](const Read& read) {
    const WordRole role = read.role();
    return is_number(words[read.first].letters) || role == WordRole::legal ||
           role == WordRole::weak || role == WordRole::telling;
  });
}

}  // namespace sanaq::text
