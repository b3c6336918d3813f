#include "sanaq/text/letter_models.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>

#include "embedded/sanaq_text.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

constexpr float foreign_bits = 9;          // a letter that the language does not have
constexpr float unseen_pair_bits = 2;      // beyond what its second letter takes alone
constexpr float switch_bits = 25;          // a letter of another alphabet beside one
constexpr float odd_capital_bits = 8;      // a capital behind a small letter
constexpr float other_alphabet_bits = 30;  // a letter of an alphabet that no model is of
constexpr float mark_bits = 4;
constexpr float bits_max = 1000;

struct Language {
  std::string name, script;
  std::vector<std::uint8_t> pairs;  // half bits: [before * width + letter]
};

struct Place {
  std::size_t alphabet = 0;
  std::uint16_t number = 0;  // among its letters; 0 is a word's border
};

struct Alphabet {
  std::string script;
  std::uint16_t width = 1;          // letters, and the border
  std::size_t first = 0, last = 0;  // languages
};

struct Models {
  std::vector<Alphabet> alphabets;
  std::vector<Language> languages;             // alphabet by alphabet
  std::unordered_map<char32_t, Place> places;  // of small letters
};

struct Row {
  std::string_view language, script;
  int half_bits = 0;
  std::vector<std::u32string> keys;  // a letter or a pair, '_' for the border
};

std::string_view next_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

std::vector<Row> read_rows() {
  std::vector<Row> rows;
  std::string_view lines = embedded_file("letter_pairs.txt");
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty() || line[0] == '#') continue;
    Row row;
    row.language = next_word(line);
    row.script = next_word(line);
    const std::string_view digits = next_word(line);
    std::from_chars(digits.data(), digits.data() + digits.size(), row.half_bits);
    while (!line.empty()) row.keys.push_back(to_utf32(next_word(line)));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::size_t alphabet_of(Models& models, std::string_view script) {
  std::size_t at = 0;
  while (at < models.alphabets.size() && models.alphabets[at].script != script) ++at;
  if (at == models.alphabets.size()) models.alphabets.push_back({std::string(script), 1, 0, 0});
  return at;
}

void take_letters(Models& models, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::size_t alphabet = alphabet_of(models, row.script);
    for (const std::u32string& key : row.keys) {
      if (key.size() != 1 || key[0] == U'_') continue;
      const auto [place, is_new] =
          models.places.emplace(key[0], Place{alphabet, models.alphabets[alphabet].width});
      if (is_new) ++models.alphabets[alphabet].width;
    }
  }
}

std::uint16_t number_of(const Models& models, char32_t letter) {
  return letter == U'_' ? std::uint16_t{0} : models.places.at(letter).number;
}

void take_language(Models& models, const std::vector<Row>& rows, std::size_t first,
                   std::size_t last) {
  const std::size_t alphabet = alphabet_of(models, rows[first].script);
  const std::size_t width = models.alphabets[alphabet].width;
  Language language{std::string(rows[first].language), std::string(rows[first].script), {}};
  std::vector<float> alone(width, 2 * foreign_bits);
  for (std::size_t at = first; at < last; ++at) {
    for (const std::u32string& key : rows[at].keys) {
      if (key.size() == 1)
        alone[number_of(models, key[0])] = static_cast<float>(rows[at].half_bits);
    }
  }
  language.pairs.resize(width * width);
  for (std::size_t before = 0; before < width; ++before) {
    for (std::size_t letter = 0; letter < width; ++letter)
      language.pairs[before * width + letter] = static_cast<std::uint8_t>(
          std::min(2 * foreign_bits + 10, alone[letter] + 2 * unseen_pair_bits));
  }
  for (std::size_t at = first; at < last; ++at) {
    for (const std::u32string& key : rows[at].keys) {
      if (key.size() == 2)
        language.pairs[number_of(models, key[0]) * width + number_of(models, key[1])] =
            static_cast<std::uint8_t>(rows[at].half_bits);
    }
  }
  models.languages.push_back(std::move(language));
}

Models read_models() {
  const std::vector<Row> rows = read_rows();
  Models models;
  take_letters(models, rows);
  std::size_t first = 0;
  for (std::size_t at = 1; at <= rows.size(); ++at) {
    if (at < rows.size() && rows[at].language == rows[first].language) continue;
    take_language(models, rows, first, at);
    first = at;
  }
  for (std::size_t at = 0; at < models.languages.size(); ++at) {
    Alphabet& alphabet = models.alphabets[alphabet_of(models, models.languages[at].script)];
    if (alphabet.last == 0) alphabet.first = at;
    alphabet.last = at + 1;
  }
  return models;
}

const Models& known_models() {
  static const Models models = read_models();
  return models;
}

bool is_letter(char32_t letter) {
  if (letter == 0x640 || letter == 0xAA || letter == 0xBA || letter == 0x2C6 || letter == 0x2DC)
    return false;
  return u_isalpha(static_cast<UChar32>(letter)) != 0;
}

// Alphabets that no model is of count as one more.
std::size_t alphabet_of_letter(const Models& models, char32_t letter) {
  const auto found = models.places.find(u_tolower(static_cast<UChar32>(letter)));
  if (found != models.places.end()) return found->second.alphabet;
  UErrorCode status = U_ZERO_ERROR;
  const char* script =
      uscript_getShortName(uscript_getScript(static_cast<UChar32>(letter), &status));
  for (std::size_t at = 0; at < models.alphabets.size(); ++at) {
    if (script != nullptr && models.alphabets[at].script == script) return at;
  }
  return models.alphabets.size();
}

// ---- a word's pieces

struct Piece {
  std::size_t alphabet = 0;
  std::u32string_view letters;
};

BitsByLanguage bits_of_piece(const Models& models, const Piece& piece) {
  BitsByLanguage bits(models.languages.size(), bits_max);
  if (piece.alphabet == models.alphabets.size()) {
    std::fill(bits.begin(), bits.end(),
              other_alphabet_bits * static_cast<float>(piece.letters.size()));
    return bits;
  }
  const Alphabet& alphabet = models.alphabets[piece.alphabet];
  std::vector<std::uint16_t> numbers = {0};
  float foreign = 0;
  for (const char32_t letter : piece.letters) {
    const auto place = models.places.find(u_tolower(static_cast<UChar32>(letter)));
    if (place == models.places.end()) {
      foreign += foreign_bits + 5;  // no language of the alphabet has it
    } else {
      numbers.push_back(place->second.number);
    }
  }
  numbers.push_back(0);
  for (std::size_t at = alphabet.first; at < alphabet.last; ++at) {
    unsigned half_bits = 0;
    for (std::size_t letter = 1; letter < numbers.size(); ++letter)
      half_bits += models.languages[at]
                       .pairs[std::size_t{numbers[letter - 1]} * alphabet.width + numbers[letter]];
    bits[at] = static_cast<float>(half_bits) / 2 + foreign;
  }
  return bits;
}

// ---- capitals and signs

float capital_bits(std::u32string_view letters) {
  int capitals = 0, smalls = 0, odd = 0;
  bool first_is_capital = false, before_is_small = false;
  for (const char32_t letter : letters) {
    const auto code = static_cast<UChar32>(letter);
    if (u_toupper(code) == u_tolower(code)) continue;  // ß, Arabic
    const bool is_capital = u_isupper(code) != 0;
    if (capitals + smalls == 0) first_is_capital = is_capital;
    if (is_capital && before_is_small) ++odd;
    ++(is_capital ? capitals : smalls);
    before_is_small = !is_capital;
  }
  if (capitals + smalls == 0) return 0;
  if (smalls == 0 || capitals == 0 || (first_is_capital && capitals == 1)) return 1;
  // "McDonald" is odd once; "ABc" is, without a capital behind a small letter.
  return odd_capital_bits + 3 * static_cast<float>(odd);
}

// Vowel points, and the line that lengthens an Arabic word.
bool is_mark_of(std::string_view script, char32_t letter) {
  if (script == "Hebr") return letter >= 0x591 && letter <= 0x5C7;
  return script == "Arab" && (letter == 0x640 || (letter >= 0x64B && letter <= 0x652));
}

bool is_one_of(char32_t letter, std::u32string_view set) { return set.find(letter) != set.npos; }

enum class At { begin, inside, end };

// A sign before a word's letters, between them or behind them.
float sign_bits(char32_t sign, At place) {
  if (sign < 0x80) return 0;
  if (sign == 0xFFFD || sign < 0xA0 || sign >= 0xE000) return 24;
  if (is_one_of(sign, U"\u00A0\u2013\u2014")) return 7;
  if (is_one_of(sign, U"\u2019\u00AD")) return 8;
  if (place == At::inside) return 18;
  if (is_one_of(sign, place == At::begin ? U"\u00AB\u201C\u201E" : U"\u00BB\u201D")) return 6;
  if (is_one_of(sign, place == At::begin ? U"\u2018\u2116\u00BF\u00A1\u00A7\u2022\u00BB"
                                         : U"\u2026\u00B0\u00BA\u00AA\u00AB"))
    return 9;
  if (sign == 0x201C) return 12;
  return 15;
}

bool breaks_words(char32_t sign) { return !is_one_of(sign, U"\u00A0\u2013\u2014\u2019\u00AD"); }

}  // namespace

std::size_t language_count() { return known_models().languages.size(); }

WeighedWord weigh(std::u32string_view word) {
  const Models& models = known_models();
  WeighedWord weighed;
  std::size_t at = 0;
  bool follows_letter = false;
  while (at < word.size()) {
    if (!is_letter(word[at])) {
      std::size_t behind = at + 1;
      while (behind < word.size() && !is_letter(word[behind])) ++behind;
      const bool is_inside = follows_letter && behind < word.size();
      const At place = is_inside ? At::inside : follows_letter ? At::end : At::begin;
      for (; at < behind; ++at) {
        weighed.other_bits += sign_bits(word[at], place);
        if (word[at] >= 0x80 && (is_inside || sign_bits(word[at], place) >= 24) &&
            breaks_words(word[at]))
          weighed.has_sign_inside = true;
      }
      follows_letter = false;
      continue;
    }
    Piece piece{alphabet_of_letter(models, word[at]), {}};
    std::size_t end = at + 1;
    while (end < word.size() &&
           ((is_letter(word[end]) && alphabet_of_letter(models, word[end]) == piece.alphabet) ||
            (piece.alphabet < models.alphabets.size() &&
             is_mark_of(models.alphabets[piece.alphabet].script, word[end]))))
      ++end;
    std::u32string letters;
    for (const char32_t letter : word.substr(at, end - at)) {
      if (is_letter(letter)) {
        letters += letter;
      } else {
        weighed.other_bits += mark_bits;
      }
    }
    piece.letters = letters;
    weighed.pieces.push_back(bits_of_piece(models, piece));
    weighed.other_bits += capital_bits(letters);
    if (follows_letter) {
      weighed.other_bits += switch_bits;
      weighed.mixes_alphabets = true;
    }
    follows_letter = true;
    at = end;
  }
  return weighed;
}

namespace {

// -log2 of the sum of share * 2^-bits; adds to `taken` how the languages divide the piece.
double mixed_bits(const BitsByLanguage& bits, const std::vector<double>& shares,
                  std::vector<double>* taken) {
  const double least = *std::min_element(bits.begin(), bits.end());
  double sum = 0;
  thread_local std::vector<double> parts;
  parts.assign(bits.size(), 0);
  for (std::size_t at = 0; at < bits.size(); ++at) {
    if (bits[at] < least + 60) parts[at] = shares[at] * std::exp2(least - bits[at]);
    sum += parts[at];
  }
  if (taken != nullptr && sum > 0) {
    for (std::size_t at = 0; at < bits.size(); ++at) (*taken)[at] += parts[at] / sum;
  }
  return sum > 0 ? least - std::log2(sum) : double{bits_max};
}

}  // namespace

double bits_of(const std::vector<WeighedWord>& words) {
  constexpr int rounds = 4;
  constexpr double share_min = 1e-4;
  const std::size_t languages = language_count();
  std::vector<double> shares(languages, 1.0 / static_cast<double>(languages));
  double bits = 0;
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> taken(languages, 0.1);  // as if each had been met before
    bits = 0;
    for (const WeighedWord& word : words) {
      bits += word.other_bits;
      for (const BitsByLanguage& piece : word.pieces) bits += mixed_bits(piece, shares, &taken);
    }
    double all = 0;
    for (const double one : taken) all += one;
    for (std::size_t at = 0; at < languages; ++at)
      shares[at] = std::max(share_min, taken[at] / all);
  }
  return bits;
}

double bits_of(const WeighedWord& word) {
  const std::vector<double> shares(language_count(), 1.0 / static_cast<double>(language_count()));
  double bits = word.other_bits;
  for (const BitsByLanguage& piece : word.pieces) bits += mixed_bits(piece, shares, nullptr);
  return bits;
}

}  // namespace sanaq::text
