#include "sanaq/text/nobody.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "embedded/sanaq_text.h"
#include "sanaq/text/fold.h"

namespace sanaq::text {
namespace {

constexpr std::array<std::string_view, 34> endings = {
    "ый",  "ий", "ой", "ая", "яя", "ое", "ее", "ые",  "ие", "ого", "его", "ому",
    "ему", "ым", "им", "ом", "ем", "ей", "ую", "юю",  "ых", "их",  "ыми", "ими",
    "а",   "о",  "ы",  "я",  "е",  "і",  "ій", "ого", "ою", ""};

enum class Part { word, body, beside };

constexpr std::size_t longest_in_bytes = 200;

// The first three letters of a text, small, as one number; none where they are fewer, or of
// other alphabets than Latin and Cyrillic: such a text is looked at whole. Quick, since each
// distinct name of a list goes through it.
std::optional<std::uint64_t> beginning_of(std::string_view text) {
  std::uint64_t key = 0;
  std::size_t at = 0;
  for (int letter = 0; letter < 3; ++letter) {
    if (at >= text.size()) return std::nullopt;
    auto code = static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
    if (code < 0x80) {
      code |= 0x20U;
      if (code < 'a' || code > 'z') return std::nullopt;
      ++at;
    } else if ((code == 0xD0 || code == 0xD1 || code == 0xD2 || code == 0xD3) &&
               at + 1 < text.size()) {
      code = (code & 0x1FU) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
      if (code >= 0x410 && code <= 0x42F) code += 0x20;
      if (code >= 0x400 && code <= 0x40F) code += 0x50;
      if (code >= 0x48A && code < 0x4C0) code |= 1U;
      if (code >= 0x4D0) code |= 1U;
      at += 2;
    } else {
      return std::nullopt;
    }
    key = key << 16U | code;
  }
  return key;
}

struct Words {
  std::unordered_set<std::string> wholes;
  std::unordered_map<std::string, Part> parts;
  std::unordered_set<std::uint64_t> beginnings;  // of all of them
  std::array<std::uint64_t, 1024> sieve{};       // a bit for each; most words are sifted out by it

  [[nodiscard]] static std::size_t bit_of(std::uint64_t beginning) {
    return static_cast<std::size_t>((beginning * 0x9E3779B97F4A7C15ULL) >> 48U);
  }
  void add_beginning(std::string_view word) {
    const auto beginning = beginning_of(word);
    if (!beginning) return;
    beginnings.insert(*beginning);
    sieve[bit_of(*beginning) / 64] |= std::uint64_t{1} << bit_of(*beginning) % 64;
  }
  [[nodiscard]] bool begins(std::uint64_t beginning) const {
    return (sieve[bit_of(beginning) / 64] >> bit_of(beginning) % 64 & 1U) != 0 &&
           beginnings.contains(beginning);
  }

  // Whether one of its words may begin a word of the list.
  [[nodiscard]] bool may_hold(std::string_view cell) const {
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t end = std::min(cell.find(' ', at), cell.size());
      const auto beginning = beginning_of(cell.substr(at, end - at));
      if (beginning && begins(*beginning)) return true;
      at = end + 1;
    }
    return false;
  }

  [[nodiscard]] bool may_begin(std::string_view cell) const {
    const auto beginning = beginning_of(cell);
    return !beginning || begins(*beginning);
  }
};

void add(Words& words, std::string_view kind, const std::string& text) {
  if (kind == "whole") words.wholes.insert(text);
  if (kind == "word") words.parts.emplace(text, Part::word);
  if (kind == "body") words.parts.emplace(text, Part::body);
  if (kind == "beside") words.parts.emplace(text, Part::beside);
  if (kind != "stem") return;
  for (const std::string_view ending : endings)
    words.parts.emplace(text + std::string(ending), Part::word);
}

Words read_words() {
  Words words;
  std::string_view lines = embedded_file("nobody_words.txt");
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
    const std::size_t space = line.find(' ');
    if (line.empty() || line[0] == '#' || space == line.npos) continue;
    add(words, line.substr(0, space), fold(line.substr(space + 1)));
  }
  for (const std::string& whole : words.wholes) {
    words.add_beginning(whole);
  }
  for (const auto& [word, part] : words.parts) {
    words.add_beginning(word);
  }
  return words;
}

const Words& known_words() {
  static const Words words = read_words();
  return words;
}

bool is_of_a_program(std::string_view cell) {
  constexpr std::array<std::string_view, 6> words = {"NA", "NaN", "nan", "NULL", "null", "None"};
  return std::find(words.begin(), words.end(), cell) != words.end();
}

// Of signs that name nobody, whatever their number: no letter and no digit.
bool is_signs_alone(std::string_view folded) {
  constexpr std::array<std::string_view, 4> wide = {"—", "–", "…", "№"};
  for (std::size_t at = 0; at < folded.size();) {
    const auto sign = std::find_if(wide.begin(), wide.end(), [&](std::string_view one) {
      return folded.substr(at).starts_with(one);
    });
    if (sign != wide.end()) {
      at += sign->size();
    } else if (std::string_view("-?._/*#~\"' ()[]<>=+").find(folded[at]) !=
               std::string_view::npos) {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

bool is_separator(char letter) {
  return std::string_view(" \t\r\n,;:()[]\"#").find(letter) != std::string_view::npos;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.-+~/") == word.npos &&
         word.find_first_of("0123456789") != word.npos;
}

bool is_number_of_a_body(std::string_view part) {  // "3", "no3" of "№3"
  return is_number(part) || (part.starts_with("no") && is_number(part.substr(2)));
}

std::optional<Part> known_part(std::string part) {
  const auto& parts = known_words().parts;
  auto known = parts.find(part);
  while (known == parts.end() && part.ends_with('.')) {
    part.pop_back();
    known = parts.find(part);
  }
  return known == parts.end() ? std::nullopt : std::optional(known->second);
}

std::vector<std::string> parts_of(std::string_view folded) {
  std::vector<std::string> parts;
  std::string part;
  const std::string text = std::string(folded) + ' ';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_number_sign = std::string_view(text).substr(at).starts_with("№");
    if (!is_separator(text[at]) && !is_number_sign) {
      part += text[at];
      continue;
    }
    if (is_number_sign) at += std::string_view("№").size() - 1;
    if (!part.empty()) parts.push_back(std::move(part));
    part.clear();
  }
  return parts;
}

// `count` words from the place `at` on, separated by one blank.
std::string joined(const std::vector<std::string>& parts, std::size_t at, std::size_t count) {
  std::string text;
  for (std::size_t next = at; next < at + count; ++next)
    text += (next > at ? " " : "") + parts[next];
  return text;
}

}  // namespace

bool says_nothing(std::string_view cell) {
  if (is_of_a_program(cell)) return true;
  if (!known_words().may_begin(cell)) return false;
  const std::string folded = fold(cell);
  return is_signs_alone(folded) || known_words().wholes.contains(folded);
}

bool names_nobody(std::string_view cell) {
  if (cell.size() > longest_in_bytes || !known_words().may_begin(cell)) return false;
  if (says_nothing(cell)) return true;
  bool says_so = false, has_body = false, has_number = false;
  for (const std::string& part : parts_of(fold(cell))) {
    if (is_number_of_a_body(part)) {
      has_number = true;
      continue;
    }
    const std::optional<Part> known = known_part(part);
    if (!known) return false;
    says_so = says_so || known == Part::word;
    has_body = has_body || known == Part::body;
  }
  return says_so || (has_body && has_number);
}

bool has_nobody_word(std::string_view cell) {
  if (cell.size() > longest_in_bytes || !known_words().may_hold(cell) || names_nobody(cell))
    return false;
  const std::vector<std::string> parts = parts_of(fold(cell));
  return parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
           const auto known = known_words().parts.find(part);
           return known != known_words().parts.end() && known->second == Part::word;
         });
}

NobodyWords::NobodyWords(const std::vector<std::string>& own) {
  for (const std::string& phrase : own) {
    const std::vector<std::string> parts = parts_of(fold(phrase));
    if (parts.empty()) continue;
    own_.insert(joined(parts, 0, parts.size()));
    longest_ = std::max(longest_, parts.size());
  }
}

bool NobodyWords::says_nothing(std::string_view cell) const {
  if (text::says_nothing(cell)) return true;
  if (own_.empty() || cell.size() > longest_in_bytes) return false;
  const std::vector<std::string> parts = parts_of(fold(cell));
  return own_.contains(joined(parts, 0, parts.size()));
}

// Phrases are taken from the left, the longest first.
NobodyWords::Found NobodyWords::look_for_own(std::string_view cell) const {
  Found found;
  if (own_.empty() || cell.size() > longest_in_bytes) return found;
  const std::vector<std::string> parts = parts_of(fold(cell));
  for (std::size_t at = 0; at < parts.size();) {
    std::size_t length = std::min(longest_, parts.size() - at);
    while (length > 0 && !own_.contains(joined(parts, at, length))) --length;
    if (length == 0) found.others.push_back(parts[at]);
    found.has_own = found.has_own || length > 0;
    at += std::max<std::size_t>(1, length);
  }
  return found;
}

bool NobodyWords::names_nobody(std::string_view cell) const {
  if (text::names_nobody(cell)) return true;
  const Found found = look_for_own(cell);
  return found.has_own &&
         std::all_of(found.others.begin(), found.others.end(), [](const std::string& part) {
           return is_number_of_a_body(part) || known_part(part);
         });
}

bool NobodyWords::has_nobody_word(std::string_view cell) const {
  if (own_.empty()) return text::has_nobody_word(cell);
  return !names_nobody(cell) && (text::has_nobody_word(cell) || look_for_own(cell).has_own);
}

}  // namespace sanaq::text
