#include "sanaq/text/encoding.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"

namespace sanaq::text {
namespace {

constexpr std::size_t sample_bytes_max = 256 * 1024;

// How likely the text is Russian or Kazakh as people write it: the letters frequent there count for
// it, rare ones, capitals behind small letters, symbols and control characters against it. Per
// letter beyond ASCII; words score about 1.5.
double cyrillic_score(std::string_view sample, const std::string& encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(to_utf8(sample, encoding));
  double score = 0;
  int beyond_ascii = 0;
  UChar32 before = ' ';
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 letter = text.char32At(at);
    if (letter >= 0x80) {
      ++beyond_ascii;
      const bool is_cyrillic = letter >= 0x400 && letter < 0x530;
      const bool breaks_case = is_cyrillic && !u_islower(letter) && before >= 0x430 &&
                               before < 0x530 && u_islower(before);
      static const icu::UnicodeString frequent = icu::UnicodeString::fromUTF8("оеаинтсрвлкмдпуы");
      if (!is_cyrillic) {
        score -= letter == 0x2116 || letter == 0xAB || letter == 0xBB ||
                         (letter >= 0x2010 && letter < 0x2030)
                     ? 0
                     : 2;
      } else if (breaks_case) {
        score -= 2;
      } else {
        score += frequent.indexOf(u_tolower(letter)) >= 0 ? 2 : -0.5;
      }
    }
    before = letter;
  }
  return beyond_ascii == 0 ? 0 : score / beyond_ascii;
}

std::string detect_by_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "ISO-8859-1";
  return ucsdet_getName(match, &status);
}

// UTF-16 without a mark: text in it has a zero in every other byte wherever a letter is ASCII
// (commas, digits, line ends are).
std::string utf16_without_mark(std::string_view sample) {
  std::size_t zeros_even = 0;
  std::size_t zeros_odd = 0;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '\0') ++(at % 2 == 0 ? zeros_even : zeros_odd);
  }
  if (sample.size() % 2 != 0 || zeros_even + zeros_odd < sample.size() / 10) return "";
  if (zeros_odd > 20 * zeros_even) return "UTF-16LE";
  if (zeros_even > 20 * zeros_odd) return "UTF-16BE";
  return "";
}

bool is_ascii_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size() && is_ascii_word(bytes.data() + at)) {
      at += 8;
      continue;
    }
    if (data[at] < 0x80) {
      ++at;
      continue;
    }
    // ICU's macro wants a 32-bit position: a character is at most four bytes, so a window is
    // enough.
    const auto window = static_cast<int32_t>(std::min<std::size_t>(4, bytes.size() - at));
    int32_t inside = 0;
    UChar32 letter = 0;
    U8_NEXT(data + at, inside, window, letter);
    if (letter < 0) return false;
    at += static_cast<std::size_t>(inside);
  }
  return true;
}

std::string detect_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  const std::string_view sample = bytes.substr(0, sample_bytes_max);
  if (const std::string utf16 =
          utf16_without_mark(sample.substr(0, sample.size() & ~std::size_t{1}));
      !utf16.empty())
    return utf16;
  if (is_valid_utf8(bytes)) return "UTF-8";
  static const std::array<std::string, 3> cyrillic = {"windows-1251", "KOI8-R", "IBM866"};
  std::string best;
  double best_score = 0.8;  // a Cyrillic text scores 1 and more, another alphabet read so below 0
  for (const std::string& encoding : cyrillic) {
    const double score = cyrillic_score(sample, encoding);
    if (score > best_score) {
      best = encoding;
      best_score = score;
    }
  }
  return best.empty() ? detect_by_icu(sample) : best;
}

std::string to_utf8(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) {
    throw base::Error(base::Kind::bad_input,
                      base::message("there is no encoding named {}; use UTF-8, windows-1251, "
                                    "KOI8-R or another name that ICU knows",
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
