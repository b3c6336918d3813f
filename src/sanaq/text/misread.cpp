#include "sanaq/text/misread.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sanaq/text/code_page.h"
#include "sanaq/text/encoding_guess.h"
#include "sanaq/text/letter_models.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

// What texts in other encodings are taken for.
constexpr std::array<const char*, 7> taken_encodings = {
    "windows-1252", "windows-1251", "KOI8-R", "IBM866", "macintosh", "x-mac-cyrillic", "IBM850"};

using Bytes = std::unordered_map<char32_t, char>;

// Bytes that the encoding leaves open come through as controls.
Bytes bytes_of(const CodePage& page) {
  Bytes bytes;
  for (unsigned at = 0; at < page.letters.size(); ++at) {
    const char byte = static_cast<char>(0x80 + at);
    if (page.letters[at] != no_letter) bytes.emplace(page.letters[at], byte);
    if (at < 0x20) bytes.emplace(0x80 + at, byte);
  }
  return bytes;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool is_of_word(char byte) {
  return !is_ascii(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

// The next word with letters beyond ASCII, from `at` on, which is moved behind it; empty at the
// end.
std::string_view next_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_ascii(text[at])) ++at;
  std::size_t start = at;
  while (start > 0 && is_of_word(text[start - 1])) --start;
  while (at < text.size() && is_of_word(text[at])) ++at;
  return text.substr(start, at - start);
}

// The word as bytes of the encoding; empty where it does not have all its letters.
std::string as_bytes(std::string_view word, const Bytes& bytes) {
  std::string result;
  for (const char32_t letter : to_utf32(word)) {
    if (letter < 0x80) {
      result += static_cast<char>(letter);
    } else if (const auto found = bytes.find(letter); found != bytes.end()) {
      result += found->second;
    } else {
      return "";
    }
  }
  return result;
}

std::string read_as(std::string_view bytes, const CodePage& page) {
  std::string text;
  for (const char byte : bytes) append_utf8(text, page.letter(byte));
  return text;
}

struct SeenWord {
  std::string_view word;
  double bits = 0;  // as it stands
  std::size_t letters = 0;
};

constexpr double bits_of_sense = 6.5;  // a letter, with the word's border; 4 to 5 in any language

// Some hundreds of different words, from even places of a large text.
std::vector<SeenWord> looked_at(std::string_view text) {
  constexpr std::size_t words_max = 300, places = 64, place_bytes = std::size_t{1} << 14;
  std::vector<SeenWord> words;
  std::unordered_set<std::string_view> known;
  const bool is_small = text.size() <= places * place_bytes;
  for (std::size_t place = 0; place < (is_small ? 1 : places); ++place) {
    std::size_t at = is_small ? 0 : text.size() / places * place;
    const std::size_t end = is_small ? text.size() : at + place_bytes;
    const std::size_t so_many = is_small ? words_max : words.size() + words_max / places;
    while (at < end && words.size() < so_many) {
      const std::string_view word = next_word(text.substr(0, end), at);
      constexpr std::size_t bytes_min = 4, bytes_max = 80;
      if (word.size() < bytes_min || word.size() > bytes_max || !known.insert(word).second)
        continue;
      const std::u32string letters = to_utf32(word);
      words.push_back({word, bits_of(weigh(letters)), letters.size()});
    }
  }
  return words;
}

bool makes_sense(const SeenWord& word) {
  return word.bits < bits_of_sense * static_cast<double>(word.letters + 1);
}

// How many bits are gained when the words that `taken` has are read in the encoding in which they
// are likeliest; 0 where that is no proof.
double gain_of(const std::vector<SeenWord>& words, const Bytes& taken, std::string& encoding) {
  std::string bytes;
  std::size_t letters = 0, senseless = 0, all = 0;
  double as_they_stand = 0;
  std::vector<std::string> as_words;
  for (const SeenWord& word : words) {
    std::string one = as_bytes(word.word, taken);
    if (one.empty()) continue;
    ++all;
    if (!makes_sense(word)) ++senseless;
    as_they_stand += word.bits;
    letters += word.letters + 1;
    (bytes += one) += '\n';
    as_words.push_back(std::move(one));
  }
  if (all == 0 || 10 * senseless < 7 * all) return 0;
  const EncodingGuess guess = guess_encoding(bytes);
  if (guess.words == 0) return 0;  // of several bytes a letter
  encoding = guess.encoding;
  const CodePage page = code_page(encoding);
  double as_guessed = 0;
  for (const std::string& word : as_words)
    as_guessed += bits_of(weigh(to_utf32(read_as(word, page))));
  constexpr double bits_of_proof = 30, bits_of_letter = 2;
  const double gain = as_they_stand - as_guessed;
  const bool is_proof = gain > bits_of_proof &&
                        gain > bits_of_letter * static_cast<double>(letters) &&
                        as_guessed < bits_of_sense * static_cast<double>(letters);
  return is_proof ? gain : 0;
}

Misread mend(std::string_view text, const char* taken_for, const std::string& encoding) {
  const Bytes bytes = bytes_of(code_page(taken_for));
  const CodePage page = code_page(encoding);
  Misread result{"", taken_for, encoding, 0, 0, "", ""};
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = next_word(text, at);
    const std::string as_written = as_bytes(word, bytes);
    if (as_written.empty()) continue;
    const std::size_t start = at - word.size();
    const std::string mended = read_as(as_written, page);
    if (result.words++ == 0) {
      result.at = start;
      result.word = word;
      result.mended_word = mended;
    }
    (result.text += text.substr(copied, start - copied)) += mended;
    copied = at;
  }
  result.text += text.substr(copied);
  return result;
}

}  // namespace

std::optional<Misread> mend_misread(std::string_view text) {
  const std::vector<SeenWord> words = looked_at(text);
  const auto senseless = std::count_if(words.begin(), words.end(),
                                       [](const SeenWord& word) { return !makes_sense(word); });
  if (senseless == 0) return std::nullopt;
  double most = 0;
  const char* taken_for = nullptr;
  std::string encoding;
  for (const char* const taken : taken_encodings) {
    std::string guessed;
    const double gain = gain_of(words, bytes_of(code_page(taken)), guessed);
    if (gain <= most) continue;
    most = gain;
    taken_for = taken;
    encoding = guessed;
  }
  if (taken_for == nullptr) return std::nullopt;
  return mend(text, taken_for, encoding);
}

}  // namespace sanaq::text
