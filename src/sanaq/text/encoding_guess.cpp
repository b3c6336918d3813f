#include "sanaq/text/encoding_guess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>

#include "sanaq/text/code_page.h"
#include "sanaq/text/letter_models.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

constexpr std::size_t words_of_byte = 12;   // at least, where there are so many; twice at most
constexpr std::size_t word_bytes_max = 40;  // of a longer one the beginning is looked at

// How rarely lists are written in it, in bits. Of two that read a file alike the first is said.
struct Candidate {
  const char* encoding;
  float bits;
};
constexpr std::array<Candidate, 28> candidates = {{
    {"ISO-8859-1", 0},     {"windows-1252", 0.5F}, {"windows-1251", 0},
    {"windows-1250", 2},   {"windows-1254", 2},    {"windows-1256", 2},
    {"windows-1253", 2},   {"windows-1255", 2},    {"windows-1257", 4},
    {"KOI8-R", 3},         {"KOI8-U", 3.5F},       {"IBM866", 3},
    {"KZ-1048", 3},        {"PTCP154", 4},         {"ISO-8859-5", 5},
    {"x-mac-cyrillic", 5}, {"macintosh", 5},       {"x-mac-centraleurroman", 7},
    {"x-mac-turkish", 7},  {"ISO-8859-2", 3},      {"ISO-8859-9", 3},
    {"ISO-8859-15", 4},    {"ISO-8859-7", 4},      {"ISO-8859-8", 4},
    {"ISO-8859-6", 5},     {"IBM850", 6},          {"IBM852", 6},
    {"IBM857", 7},
}};

const std::vector<CodePage>& candidate_pages() {
  static const std::vector<CodePage> pages = [] {
    std::vector<CodePage> made;
    for (const Candidate& candidate : candidates) made.push_back(code_page(candidate.encoding));
    return made;
  }();
  return pages;
}

bool is_of_word(char byte) {
  const auto number = static_cast<unsigned char>(byte);
  return number >= 0x80 || (number >= 'A' && number <= 'Z') || (number >= 'a' && number <= 'z');
}

bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

// Where the next byte beyond ASCII is, from `at` on.
std::size_t next_beyond_ascii(std::string_view bytes, std::size_t at) {
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080ULL) != 0) break;
  }
  while (at < bytes.size() && !is_beyond_ascii(bytes[at])) ++at;
  return at;
}

// Some of the words offered, evenly: when there are too many every second goes, and from then on
// every second that comes.
class Thinned {
 public:
  void offer(std::string_view word) {
    if ((count_++ & (step_ - 1)) != 0) return;
    if (kept_.size() == 2 * words_of_byte) {
      for (std::size_t at = 0; at < words_of_byte; ++at) kept_[at] = kept_[2 * at];
      kept_.resize(words_of_byte);
      step_ *= 2;
      if (((count_ - 1) & (step_ - 1)) != 0) return;
    }
    kept_.push_back(word);
  }
  [[nodiscard]] const std::vector<std::string_view>& kept() const { return kept_; }

 private:
  std::uint64_t count_ = 0, step_ = 1;
  std::vector<std::string_view> kept_;
};

std::u32string decoded(std::string_view word, const CodePage& page) {
  std::u32string letters;
  letters.reserve(word.size());
  for (const char byte : word) letters += page.letter(byte);
  return letters;
}

std::string shown(std::string_view word, const CodePage& page) {
  std::string text;
  for (const char byte : word) append_utf8(text, page.letter(byte));
  return text;
}

// Words of ASCII alone, from the whole file, evenly: every candidate reads them alike, and they
// tell in which language the others are.
std::vector<WeighedWord> weighed_words_in_ascii(std::string_view bytes) {
  constexpr std::size_t places = 300;
  std::vector<WeighedWord> words;
  std::size_t at = 0;
  for (std::size_t place = 0; place < places; ++place) {
    at = std::max(at, bytes.size() / places * place);
    while (at < bytes.size() && is_of_word(bytes[at])) ++at;  // a word that may have begun before
    while (at < bytes.size() && !is_of_word(bytes[at])) ++at;
    const std::size_t start = at;
    while (at < bytes.size() && is_of_word(bytes[at])) ++at;
    const std::string_view word = bytes.substr(start, at - start);
    if (word.size() < 3 || word.size() > word_bytes_max) continue;
    if (std::any_of(word.begin(), word.end(), is_beyond_ascii)) continue;
    words.push_back(weigh(std::u32string(word.begin(), word.end())));
  }
  return words;
}

std::vector<WeighedWord> weighed(const std::vector<std::string_view>& words, const CodePage& page,
                                 const std::vector<WeighedWord>& in_ascii) {
  std::vector<WeighedWord> result = in_ascii;
  result.reserve(words.size() + in_ascii.size());
  for (const std::string_view word : words) result.push_back(weigh(decoded(word, page)));
  return result;
}

bool read_alike(const std::vector<std::string_view>& words, const CodePage& left,
                const CodePage& right) {
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [&](char byte) { return left.letter(byte) == right.letter(byte); });
  });
}

// The word by which the two differ most.
void find_example(const std::vector<std::string_view>& words, const CodePage& chosen,
                  const CodePage& other, EncodingGuess& guess) {
  double most = -std::numeric_limits<double>::infinity();
  for (const std::string_view word : words) {
    const std::u32string left = decoded(word, chosen), right = decoded(word, other);
    if (left == right) continue;
    const double lead = bits_of(weigh(right)) - bits_of(weigh(left));
    if (lead <= most) continue;
    most = lead;
    guess.word = shown(word, chosen);
    guess.word_of_runner_up = shown(word, other);
  }
}

// A Latin letter that was typed for a Cyrillic one that looks like it: no fault of the encoding.
bool has_twin(char letter) {
  return std::string_view("aceopxyijskhABCEHKMOPTXYIJS").find(letter) != std::string_view::npos;
}

void count_odd_words(const std::vector<std::string_view>& words, const CodePage& chosen,
                     EncodingGuess& guess) {
  guess.words = words.size();
  for (const std::string_view word : words) {
    const WeighedWord weighed_word = weigh(decoded(word, chosen));
    const bool is_mixed = weighed_word.mixes_alphabets;
    if (is_mixed && std::all_of(word.begin(), word.end(),
                                [](char byte) { return is_beyond_ascii(byte) || has_twin(byte); }))
      continue;
    constexpr double bits_of_senseless = 8;  // a letter; 4 to 5 in words of any language
    const bool is_senseless =
        word.size() >= 4 &&
        bits_of(weighed_word) > bits_of_senseless * static_cast<double>(word.size() + 1);
    if (!is_mixed && !weighed_word.has_sign_inside && !is_senseless) continue;
    if (guess.odd_words++ == 0) guess.odd_word = shown(word, chosen);
  }
}

// Chinese, Japanese or Korean, if ICU finds that; it knows their frequent signs.
std::string of_several_bytes(std::string_view bytes) {
  constexpr std::size_t sample_bytes_max = std::size_t{256} * 1024;
  const std::string_view sample = bytes.substr(0, sample_bytes_max);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "";
  const std::string name = ucsdet_getName(match, &status);
  for (const std::string_view known :
       {"GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "UTF-32LE", "UTF-32BE"}) {
    if (name == known) return name;
  }
  return "";
}

// A letter of a word takes 4 to 5 bits, of names from anywhere up to 6.
bool makes_sense(const std::vector<std::string_view>& words, const CodePage& page) {
  constexpr double bits_of_sense = 8;
  double bits = 0;
  std::size_t letters = 0;
  for (const std::string_view word : words) {
    bits += bits_of(weigh(decoded(word, page)));
    letters += word.size();
  }
  return bits <= bits_of_sense * static_cast<double>(letters);
}

}  // namespace

std::vector<std::string_view> telling_words(std::string_view bytes) {
  std::array<Thinned, 128> of_byte;
  for (std::size_t at = next_beyond_ascii(bytes, 0); at < bytes.size();
       at = next_beyond_ascii(bytes, at)) {
    std::size_t start = at;
    while (start > 0 && at - start < word_bytes_max && is_of_word(bytes[start - 1])) --start;
    while (at < bytes.size() && is_of_word(bytes[at])) ++at;
    const std::string_view word = bytes.substr(start, std::min(at - start, word_bytes_max));
    for (const char byte : word) {
      if (is_beyond_ascii(byte)) of_byte[static_cast<unsigned char>(byte) - 0x80U].offer(word);
    }
  }
  std::vector<std::string_view> words;
  for (const Thinned& some : of_byte)
    words.insert(words.end(), some.kept().begin(), some.kept().end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

EncodingGuess guess_encoding(std::string_view bytes) {
  const std::vector<std::string_view> words = telling_words(bytes);
  const std::vector<WeighedWord> in_ascii = weighed_words_in_ascii(bytes);
  const std::vector<CodePage>& pages = candidate_pages();
  std::vector<double> bits;
  for (std::size_t at = 0; at < pages.size(); ++at)
    bits.push_back(candidates[at].bits + bits_of(weighed(words, pages[at], in_ascii)));
  const auto best =
      static_cast<std::size_t>(std::min_element(bits.begin(), bits.end()) - bits.begin());
  EncodingGuess guess;
  guess.encoding = pages[best].name;
  if (!makes_sense(words, pages[best])) {
    if (std::string name = of_several_bytes(bytes); !name.empty()) {
      guess.encoding = std::move(name);
      return guess;
    }
  }
  count_odd_words(words, pages[best], guess);
  std::size_t second = best;
  for (std::size_t at = 0; at < pages.size(); ++at) {
    if (at == best || (second != best && bits[at] >= bits[second])) continue;
    if (!read_alike(words, pages[best], pages[at])) second = at;
  }
  if (second == best) return guess;
  guess.runner_up = pages[second].name;
  guess.lead_bits = bits[second] - bits[best];
  find_example(words, pages[best], pages[second], guess);
  return guess;
}

}  // namespace sanaq::text
