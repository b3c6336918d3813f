#include "sanaq/text/twice_encoded.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "sanaq/text/code_page.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/letter_models.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

// What programs take UTF-8 for. The first that makes words wins.
constexpr std::array<const char*, 11> encodings = {
    "windows-1252",   "windows-1251", "windows-1250", "windows-1254", "macintosh",   "IBM866",
    "x-mac-cyrillic", "KOI8-R",       "IBM850",       "windows-1256", "windows-1253"};
constexpr char32_t letters_max = 0x2600;  // beyond, no encoding of one byte has any

// Of each letter the encodings in which it is a byte that begins a letter of UTF-8, or goes on with
// one, a bit each; and the byte.
struct Bytes {
  std::array<std::uint16_t, letters_max> begins{}, goes_on{};
  std::array<std::array<unsigned char, letters_max>, encodings.size()> byte{};
};

void take_byte(Bytes& bytes, std::size_t encoding, char32_t letter, unsigned byte) {
  if (letter >= letters_max || bytes.byte[encoding][letter] != 0) return;
  bytes.byte[encoding][letter] = static_cast<unsigned char>(byte);
  const auto bit = static_cast<std::uint16_t>(1U << encoding);
  // Two bytes a letter, and of three those of signs and of Latin letters with marks.
  if ((byte >= 0xC2 && byte <= 0xDF) || byte == 0xE1 || byte == 0xE2) bytes.begins[letter] |= bit;
  if (byte >= 0x80 && byte < 0xC0) bytes.goes_on[letter] |= bit;
}

const Bytes& known_bytes() {
  static const std::unique_ptr<const Bytes> known = [] {
    auto bytes = std::make_unique<Bytes>();
    for (std::size_t encoding = 0; encoding < encodings.size(); ++encoding) {
      const CodePage page = code_page(encodings[encoding]);
      for (unsigned at = 0; at < page.letters.size(); ++at) {
        if (page.letters[at] != no_letter) take_byte(*bytes, encoding, page.letters[at], 0x80 + at);
      }
      // Bytes that the encoding leaves open come through as controls.
      for (unsigned byte = 0x80; byte < 0xA0; ++byte) take_byte(*bytes, encoding, byte, byte);
    }
    return bytes;
  }();
  return *known;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool is_ascii_letter(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

// The letter at `at`, which is moved behind it.
char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  int32_t inside = 0;
  UChar32 letter = 0;
  U8_NEXT_OR_FFFD(data, inside, static_cast<int32_t>(std::min<std::size_t>(4, text.size() - at)),
                  letter);
  at += static_cast<std::size_t>(inside);
  return static_cast<char32_t>(letter);
}

// A word: ASCII letters and all letters beyond ASCII that stand together.
struct Span {
  std::size_t start = 0, end = 0;
};

// The next word with letters beyond ASCII, from `at` on; at the text's end there is none.
Span next_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii(text[at])) ++at;
  Span word{at, at};
  if (at == text.size()) return word;
  while (word.start > 0 && is_ascii_letter(text[word.start - 1])) --word.start;
  while (word.end < text.size() && (!is_ascii(text[word.end]) || is_ascii_letter(text[word.end])))
    ++word.end;
  return word;
}

// The encodings in which the word's first two letters beyond ASCII can be a letter of UTF-8.
unsigned possible_encodings(const Bytes& bytes, std::string_view word) {
  std::size_t at = 0;
  while (at < word.size() && is_ascii(word[at])) ++at;
  if (at == word.size()) return 0;
  const char32_t first = next_letter(word, at);
  if (first >= letters_max || bytes.begins[first] == 0) return 0;
  // A lone Ã was an à whose second byte, a no-break space, was made a blank (windows-1252).
  if (at >= word.size()) return first == U'Ã' ? 1U : 0U;
  const char32_t second = next_letter(word, at);
  return second >= letters_max ? 0 : bytes.begins[first] & unsigned{bytes.goes_on[second]};
}

// The word with its letters as bytes of the encoding. A lost no-break space at the end was made a
// space: `behind` is the byte behind the word, and `takes_blank` whether it belongs to it. Empty
// where this is no UTF-8.
std::string as_bytes(const Bytes& bytes, std::size_t encoding, std::string_view word, char behind,
                     bool& takes_blank) {
  std::string text;
  for (std::size_t at = 0; at < word.size();) {
    if (is_ascii(word[at])) {
      text += word[at++];
      continue;
    }
    const char32_t letter = next_letter(word, at);
    const unsigned char byte = letter < letters_max ? bytes.byte[encoding][letter] : 0;
    if (byte == 0) return "";
    text += static_cast<char>(byte);
  }
  takes_blank = false;
  if (is_valid_utf8(text)) return text;
  if (behind != ' ') return "";
  takes_blank = true;
  text += '\xA0';
  return is_valid_utf8(text) ? text : "";
}

char byte_behind(std::string_view text, const Span& word) {
  return word.end < text.size() ? text[word.end] : '\0';
}

double bits_of_text(std::string_view word) { return bits_of(weigh(to_utf32(word))); }

// A text of some megabytes is looked at whole, a larger one at even places.
std::vector<std::string_view> looked_at(std::string_view text) {
  constexpr std::size_t whole_max = std::size_t{8} << 20, places = 128;
  if (text.size() <= whole_max) return {text};
  std::vector<std::string_view> windows;
  for (std::size_t place = 0; place < places; ++place) {
    std::string_view window = text.substr(text.size() / places * place, whole_max / places);
    while (!window.empty() && !is_ascii(window.front())) window.remove_prefix(1);
    while (!window.empty() && !is_ascii(window.back())) window.remove_suffix(1);
    windows.push_back(window);
  }
  return windows;
}

// What speaks for each encoding.
class Evidence {
 public:
  explicit Evidence(const Bytes& bytes) : bytes_(bytes) {}

  // Some thousands of words are enough to know.
  void take(std::string_view text) {
    constexpr std::size_t words_max = 4000;
    for (std::size_t at = 0; at < text.size() && weighed_ < words_max;) {
      const Span word = next_word(text, at);
      at = word.end;
      const std::string_view letters = text.substr(word.start, word.end - word.start);
      const unsigned possible = letters.empty() ? 0 : possible_encodings(bytes_, letters);
      if (possible != 0) take_word(letters, possible, byte_behind(text, word));
    }
  }
  [[nodiscard]] std::optional<std::size_t> encoding() const {
    constexpr double bits_of_all = 16;
    const auto best = static_cast<std::size_t>(std::max_element(gained_.begin(), gained_.end()) -
                                               gained_.begin());
    if (gained_[best] < bits_of_all || better_[best] < worse_[best]) return std::nullopt;
    return best;
  }

 private:
  void take_word(std::string_view letters, unsigned possible, char behind) {
    constexpr double bits_of_word = 8;
    std::optional<double> as_it_is;
    for (std::size_t encoding = 0; encoding < encodings.size(); ++encoding) {
      if ((possible >> encoding & 1U) == 0) continue;
      bool takes_blank = false;
      const std::string mended = as_bytes(bytes_, encoding, letters, behind, takes_blank);
      if (mended.empty()) continue;
      if (!as_it_is) as_it_is = bits_of_text(letters);
      ++weighed_;
      const double gain = *as_it_is - bits_of_text(mended);
      if (gain >= bits_of_word) gained_[encoding] += gain;
      ++(gain >= bits_of_word ? better_ : worse_)[encoding];
    }
  }

  const Bytes& bytes_;
  std::array<double, encodings.size()> gained_{};
  std::array<std::size_t, encodings.size()> better_{}, worse_{};
  std::size_t weighed_ = 0;
};

std::optional<std::size_t> encoding_of(const Bytes& bytes, std::string_view text) {
  Evidence evidence(bytes);
  for (const std::string_view window : looked_at(text)) evidence.take(window);
  return evidence.encoding();
}

TwiceEncoded mend(const Bytes& bytes, std::size_t encoding, std::string_view text) {
  TwiceEncoded result;
  result.encoding = encodings[encoding];
  result.text.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Span word = next_word(text, at);
    at = word.end;
    const std::string_view letters = text.substr(word.start, word.end - word.start);
    if (letters.empty() || (possible_encodings(bytes, letters) >> encoding & 1U) == 0) continue;
    bool takes_blank = false;
    const std::string mended =
        as_bytes(bytes, encoding, letters, byte_behind(text, word), takes_blank);
    if (mended.empty()) {
      if (result.broken_words++ > 0) continue;
      result.broken_at = word.start;
      result.broken_word = letters;
      continue;
    }
    if (result.words++ == 0) {
      result.at = word.start;
      result.word = letters;
      result.mended_word = mended;
    }
    result.text += text.substr(copied, word.start - copied);
    result.text += mended;
    copied = word.end + (takes_blank ? 1 : 0);
    at = std::max(at, copied);
  }
  result.text += text.substr(copied);
  return result;
}

}  // namespace

std::optional<TwiceEncoded> mend_twice_encoded(std::string_view text) {
  const Bytes& bytes = known_bytes();
  std::optional<TwiceEncoded> result;
  constexpr int times_max = 3;
  for (int times = 0; times < times_max; ++times) {
    const std::string_view now = result ? std::string_view(result->text) : text;
    const auto encoding = encoding_of(bytes, now);
    if (!encoding) break;
    TwiceEncoded mended = mend(bytes, *encoding, now);
    if (mended.words == 0) break;
    if (!result) {
      result = std::move(mended);
      continue;
    }
    // Other words that were taken for another encoding, or the same ones once more.
    const bool is_other = mended.encoding != result->encoding;
    result->words = is_other ? result->words + mended.words : std::max(result->words, mended.words);
    result->mended_word = mended_from(result->mended_word, mended.encoding);
    result->text = std::move(mended.text);
  }
  return result;
}

std::string mended_from(std::string_view text, const std::string& encoding) {
  const auto* const found = std::find(encodings.begin(), encodings.end(), encoding);
  if (found == encodings.end()) return std::string(text);
  return mend(known_bytes(), static_cast<std::size_t>(found - encodings.begin()), text).text;
}

}  // namespace sanaq::text
