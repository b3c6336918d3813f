#include "sanaq/investigation/traces.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/own_words.h"
#include "sanaq/evidence/zip_parts.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::investigation {
namespace {

using nlohmann::json;

constexpr std::size_t piece_words_max = 8;        // of a long text
constexpr std::size_t letters_min = 3;            // what is shorter is in every text
constexpr std::size_t chunk_bytes = 1U << 20U;    // of a large file, looked at in turn
constexpr std::size_t overlap_bytes = 1U << 13U;  // more than the longest piece with its markup
constexpr int zip_depth_max = 3;

// Keys whose texts are codes of ours or of a standard.
bool is_code(std::string_view key) {
  static constexpr std::array<std::string_view, 9> codes = {
      "visibility", "lang", "confidence", "type", "decision", "verb", "version", "format", "event"};
  return std::find(codes.begin(), codes.end(), key) != codes.end();
}

// Keys whose texts others share: only a word of theirs that stands nowhere else leads back.
bool is_shared(std::string_view key) {
  static constexpr std::array<std::string_view, 4> shared = {"property", "author", "by", "list"};
  return std::find(shared.begin(), shared.end(), key) != shared.end();
}

// Bytes of a letter beyond ASCII; its first byte says how many.
std::size_t letter_bytes(unsigned char first) {
  if (first < 0x80) return 1;
  return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
}

char32_t letter_at(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return 0xFFFD;
  static constexpr std::array<unsigned char, 5> masks = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t letter = static_cast<unsigned char>(text[at]) & masks[size];
  for (std::size_t next = 1; next < size; ++next)
    letter = (letter << 6U) | (static_cast<unsigned char>(text[at + next]) & 0x3FU);
  return letter;
}

// Signs beyond ASCII that part words: spaces, punctuation, quotes, arrows, drawing.
bool is_sign(char32_t letter) {
  return letter == 0xA0 || letter == 0xAB || letter == 0xBB || letter == 0xB7 ||
         (letter >= 0x2000 && letter <= 0x206F) || (letter >= 0x2190 && letter <= 0x2BFF) ||
         (letter >= 0x3000 && letter <= 0x3003) || letter == 0xFEFF || letter == 0xFFFD;
}

// Signs within a word, which some spellings leave out.
bool is_dropped(char32_t letter) {
  return letter == U'\'' || letter == U'`' || letter == 0x2019 || letter == 0x2018 ||
         letter == 0x02B9 || letter == 0x02BC || letter == 0x02BB || letter == 0x00AD ||
         letter == 0x200B || letter == 0x2060 || (letter >= 0x2066 && letter <= 0x2069) ||
         (letter >= 0x200C && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E);
}

bool is_written_without_spaces(char32_t letter) {
  return (letter >= 0x2E80 && letter <= 0xD7FF) || (letter >= 0x20000 && letter <= 0x3FFFF) ||
         (letter >= 0x0E00 && letter <= 0x0EFF);
}

// " aibar tanbaev ": words with one space on each side.
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = letter_bytes(first);
    const char32_t letter = letter_at(text, at, size);
    const bool is_ascii_word = (letter >= '0' && letter <= '9') ||
                               (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (is_dropped(letter)) {
    } else if (letter < 0x80 ? is_ascii_word : !is_sign(letter)) {
      words.append(text.substr(at, size));
    } else if (words.back() != ' ') {
      words += ' ';
    }
    at += size;
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  const std::string whole = spaced(text);
  for (std::size_t at = 1; at < whole.size();) {
    const std::size_t end = whole.find(' ', at);
    words.push_back(whole.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char letter) {
    return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
  }));
}

void append_letter(std::string& text, unsigned long letter) {
  if (letter < 0x80) {
    text += static_cast<char>(letter);
  } else if (letter < 0x800) {
    text += static_cast<char>(0xC0U | (letter >> 6U));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    text += static_cast<char>(0xE0U | (letter >> 12U));
    text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  } else if (letter < 0x110000) {
    text += static_cast<char>(0xF0U | (letter >> 18U));
    text += static_cast<char>(0x80U | ((letter >> 12U) & 0x3FU));
    text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  }
}

// The number in `digits` to that base; none where they are no number.
bool number_in(std::string_view digits, int base, unsigned long& number) {
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
}

// What an escape at the beginning of `text` stands for, appended; its length, or 0.
std::size_t decode_entity(std::string_view text, std::string& plain) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == text.npos) return 0;
  const std::string_view name = text.substr(1, end - 1);
  unsigned long letter = 0;
  const bool is_number = name.starts_with("#x") || name.starts_with("#X")
                             ? number_in(name.substr(2), 16, letter)
                             : name.starts_with('#') && number_in(name.substr(1), 10, letter);
  if (is_number)
    append_letter(plain, letter);
  else if (name == "amp")
    plain += '&';
  else
    plain += name == "apos" ? '\'' : ' ';
  return end + 1;
}

std::size_t decode_json_escape(std::string_view text, std::string& plain) {
  unsigned long letter = 0;
  if (text.size() < 6 || text[1] != 'u' || !number_in(text.substr(2, 4), 16, letter)) {
    plain += ' ';
    return text.size() > 1 ? 2 : 1;
  }
  unsigned long low = 0;
  const bool is_pair = letter >= 0xD800 && letter < 0xDC00 && text.size() >= 12 &&
                       text[6] == '\\' && text[7] == 'u' && number_in(text.substr(8, 4), 16, low) &&
                       low >= 0xDC00 && low < 0xE000;
  append_letter(plain, is_pair ? 0x10000 + ((letter - 0xD800) << 10U) + (low - 0xDC00) : letter);
  return is_pair ? 12 : 6;
}

std::size_t decode_percent(std::string_view text, std::string& plain) {
  unsigned long byte = 0;
  if (text.size() < 3 || !number_in(text.substr(1, 2), 16, byte)) return 0;
  plain += static_cast<char>(byte);
  return 3;
}

// Tags out, entities, JSON's and addresses' escapes resolved: what a reader sees of a page.
std::string as_read(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    std::size_t taken = 0;
    if (rest[0] == '<' && rest.size() > 1 && rest[1] != ' ') {
      const std::size_t end = rest.find('>');
      if (end != rest.npos) {
        plain += ' ';
        taken = end + 1;
      }
    } else if (rest[0] == '&') {
      taken = decode_entity(rest, plain);
    } else if (rest[0] == '\\') {
      taken = decode_json_escape(rest, plain);
    } else if (rest[0] == '%') {
      taken = decode_percent(rest, plain);
    }
    if (taken == 0) plain += rest[0];
    at += std::max<std::size_t>(taken, 1);
  }
  return plain;
}

// "3000" as a page shows it.
std::string in_groups(std::string_view digits) {
  std::string grouped;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) grouped += ' ';
    grouped += digits[at];
  }
  return grouped;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The texts of a body: those looked for whole and by their words, by their words alone, and, where
// they only name what is spoken of, whole alone.
struct Texts {
  std::vector<std::string> values, shared, names;
};

void gather(const json& node, std::string_view key, Texts& texts) {
  if (is_code(key)) return;
  if (node.is_string()) {
    auto& some = key == "subject" ? texts.names : is_shared(key) ? texts.shared : texts.values;
    some.push_back(node.get<std::string>());
  } else if (node.is_object()) {
    for (const auto& [name, member] : node.items()) gather(member, name, texts);
  } else if (node.is_array()) {
    for (const json& member : node) gather(member, key, texts);
  }
}

// UTF-16 and text that is mostly one are read as UTF-8.
std::string from_utf_16(std::string_view bytes) {
  const bool is_little = bytes[0] == '\xFF';
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
    const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
    append_letter(text, is_little ? first | (second << 8U) : second | (first << 8U));
  }
  return text;
}

bool is_utf_16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

bool is_packed(std::string_view bytes) {
  static constexpr std::array<std::string_view, 5> beginnings = {"\x1F\x8B", "BZh",
                                                                 "\xFD"
                                                                 "7zXZ",
                                                                 "\x28\xB5\x2F\xFD", "7z\xBC\xAF"};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return bytes.starts_with(beginning); });
}

Traces::Traces(std::string_view body, const Elsewhere& stand_elsewhere) {
  const json parsed = json::parse(body, nullptr, false);
  Texts texts;
  if (!parsed.is_discarded()) gather(parsed, "", texts);
  for (const auto* some : {&texts.values, &texts.names}) {
    for (const std::string& text : *some) add_pieces(words_in(text));
  }
  std::set<std::string> words;
  for (const auto* some : {&texts.values, &texts.shared}) {
    for (const std::string& text : *some) {
      for (const std::string& word : words_in(text)) words.insert(word);
    }
  }
  std::erase_if(words, [](const std::string& word) {
    return base::is_own_word(word) || base::is_own_word(text::fold(word));
  });
  const std::set<std::string> elsewhere = stand_elsewhere(words);
  for (const std::string& word : words) {
    if (elsewhere.contains(word)) continue;
    add(word);
    if (is_number(word) && word.size() > 3) add(in_groups(word));
  }
}

void Traces::add_pieces(const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size() && words.size() > 1; at += piece_words_max) {
    // The last piece is as long as the others: its end alone would be in many texts.
    const std::size_t start = std::min(at, words.size() - std::min(words.size(), piece_words_max));
    std::string piece;
    for (std::size_t word = start; word < std::min(start + piece_words_max, words.size()); ++word)
      piece += words[word] + " ";
    add(piece);
  }
}

void Traces::add(std::string_view text) {
  Needle needle;
  needle.folded = spaced(text::fold(text));
  needle.latin = spaced(text::fold(text::romanise(text)));
  std::size_t letters = 0;
  for (std::size_t at = 0; at < needle.folded.size();) {
    const std::size_t size = letter_bytes(static_cast<unsigned char>(needle.folded[at]));
    letters += needle.folded[at] != ' ' ? 1 : 0;
    if (is_written_without_spaces(letter_at(needle.folded, at, size))) needle.has_borders = false;
    at += size;
  }
  if (letters < (needle.has_borders ? letters_min : 2)) return;
  if (!needle.has_borders) {
    needle.folded = needle.folded.substr(1, needle.folded.size() - 2);
    needle.latin.clear();
  }
  if (letters_in(needle.latin) < letters_min + 2) needle.latin.clear();
  const bool is_there = std::any_of(needles_.begin(), needles_.end(), [&](const Needle& other) {
    return other.folded == needle.folded;
  });
  if (!is_there) needles_.push_back(std::move(needle));
}

bool Traces::is_in(std::string_view text) const {
  const std::string folded = spaced(text::fold(text));
  const std::string latin = spaced(text::fold(text::romanise(text)));
  return std::any_of(needles_.begin(), needles_.end(), [&](const Needle& needle) {
    return folded.find(needle.folded) != folded.npos ||
           (!needle.latin.empty() &&
            (latin.find(needle.latin) != latin.npos || folded.find(needle.latin) != folded.npos));
  });
}

bool Traces::is_within(std::string_view bytes, int depth) const {
  if (depth < zip_depth_max && bytes.starts_with("PK\x03\x04")) {
    const auto zip = evidence::read_zip(bytes);
    if (zip) {
      return std::any_of(zip->parts.begin(), zip->parts.end(), [&](const evidence::ZipPart& part) {
        return is_in(part.name) || is_within(part.bytes, depth + 1);
      });
    }
  }
  if (is_utf_16(bytes)) return is_within(from_utf_16(bytes), zip_depth_max);
  for (std::size_t at = 0; at < bytes.size(); at += chunk_bytes) {
    const std::string_view chunk = bytes.substr(at, chunk_bytes + overlap_bytes);
    if (is_in(chunk) || is_in(as_read(chunk))) return true;
  }
  return false;
}

bool Traces::are_in(std::string_view name, std::string_view bytes) const {
  if (needles_.empty()) return false;
  return is_in(name) || is_in(as_read(name)) || is_within(bytes, 0);
}

}  // namespace sanaq::investigation
