#include "sanaq/text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/text/code_page.h"

namespace sanaq::text {
namespace {

constexpr std::size_t sample_bytes_max = std::size_t{256} * 1024;

// Bytes that stand first or second in UTF-16 of the alphabets that lists are written in: of ASCII
// and Latin (00 to 02), Greek to Arabic (03 to 06), quotation marks and No. (20, 21).
bool is_upper_half(char byte) {
  const auto number = static_cast<unsigned char>(byte);
  return number <= 0x06 || number == 0x20 || number == 0x21;
}

// UTF-16 without a mark: a zero in every other byte wherever a letter is ASCII (delimiters, digits
// and line ends are), and there no byte that is no upper half of a letter.
std::string utf16_without_mark(std::string_view sample) {
  if (sample.empty() || std::memchr(sample.data(), 0, sample.size()) == nullptr) return "";
  std::array<std::size_t, 2> zeros{}, uppers{};
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++zeros[at % 2];
    if (is_upper_half(sample[at])) ++uppers[at % 2];
  }
  const std::size_t pairs = sample.size() / 2;
  for (const std::size_t upper : {std::size_t{1}, std::size_t{0}}) {
    const bool is_plain =
        10 * (zeros[0] + zeros[1]) >= sample.size() && zeros[upper] > 20 * zeros[1 - upper];
    const bool is_other = zeros[upper] > 20 * zeros[1 - upper] &&
                          50 * uppers[upper] >= 49 * pairs && 2 * uppers[1 - upper] < pairs;
    if (is_plain || is_other) return upper == 1 ? "UTF-16LE" : "UTF-16BE";
  }
  return "";
}

bool is_ascii_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

// How many bytes from `at` on are one letter of UTF-8; none where they are not.
std::size_t utf8_letter(std::string_view bytes, std::size_t at) {
  // ICU's macro wants a 32-bit position: a letter is at most four bytes, so a window is enough.
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto window = static_cast<int32_t>(std::min<std::size_t>(4, bytes.size() - at));
  int32_t inside = 0;
  UChar32 letter = 0;
  U8_NEXT(data + at, inside, window, letter);
  return letter < 0 ? 0 : static_cast<std::size_t>(inside);
}

// UTF-8 in which some bytes are wrong: a row of another file, or a file that was cut.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t letters = 0, wrong = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_letter(bytes, at);
    if (length == 0) ++wrong;
    if (length > 1) ++letters;
    at += std::max<std::size_t>(1, length);
    // Of another encoding hardly any byte is right, which is seen soon.
    if (wrong > 1000 && wrong > 4 * letters) return false;
  }
  return letters >= 2 * wrong;
}

std::string encoding_by_marks(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) && bytes.size() % 4 == 0)
    return "UTF-32LE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return utf16_without_mark(bytes.substr(0, sample_bytes_max));
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size() && is_ascii_word(bytes.data() + at)) {
      at += 8;
      continue;
    }
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = utf8_letter(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

EncodingGuess detect_with_doubts(std::string_view bytes) {
  EncodingGuess guess;
  guess.encoding = encoding_by_marks(bytes);
  if (!guess.encoding.empty()) return guess;
  if (is_valid_utf8(bytes) || is_damaged_utf8(bytes)) {
    guess.encoding = "UTF-8";
    return guess;
  }
  return guess_encoding(bytes);
}

std::string detect_encoding(std::string_view bytes) { return detect_with_doubts(bytes).encoding; }

namespace {

std::string to_utf8(std::string_view bytes, const CodePage& page) {
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 2);
  for (const char byte : bytes) append_utf8(utf8, page.letter(byte));
  return utf8;
}

}  // namespace

std::string to_utf8(std::string_view bytes, const std::string& encoding) {
  if (const auto page = kazakh_code_page(encoding)) return to_utf8(bytes, *page);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) {
    throw base::Error(base::Kind::bad_input,
                      base::message("there is no encoding named {}; use UTF-8, windows-1251, "
                                    "KZ-1048, KOI8-R or another name that ICU knows",
                                    encoding));
  }
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 2);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> piece{};
  do {
    UChar* target = piece.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, piece.data() + piece.size(), &source, end, nullptr, 1,
                   &status);
    icu::UnicodeString(false, piece.data(), static_cast<int32_t>(target - piece.data()))
        .toUTF8String(utf8);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  base::check(U_SUCCESS(status), "ICU converts any bytes");
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.erase(0, 3);
  return utf8;
}

}  // namespace sanaq::text
