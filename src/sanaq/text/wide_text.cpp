#include "sanaq/text/wide_text.h"

#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "sanaq/base/check.h"
#include "sanaq/text/limits.h"

namespace sanaq::text {
namespace {

// A mark takes two bytes and more.
constexpr std::size_t bytes_of_marks = 2 * marks_max;

// What normalising may move, join with the letter before, or take apart into such. Case folding
// with compatibility looks at most of all forms.
bool is_mark(UChar32 letter) {
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    base::check(U_SUCCESS(status), "ICU has NFKC case folding");
    return found;
  }();
  return letter >= 0x300 && normalizer->hasBoundaryBefore(letter) == 0;
}

// Calls visit(start, end, is_too_many) for each letter of the text.
template <typename Visit>
void count_marks(std::string_view utf8, Visit visit) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::size_t marks = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    // ICU's macro wants 32-bit positions: a letter is at most four bytes.
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(4, utf8.size() - at));
    std::int32_t inside = 0;
    UChar32 letter = 0;
    U8_NEXT(data + at, inside, window, letter);
    marks = letter >= 0 && is_mark(letter) ? marks + 1 : 0;
    const std::size_t end = at + static_cast<std::size_t>(inside);
    visit(at, end, marks > marks_max);
    at = end;
  }
}

icu::UnicodeString plain_wide(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

}  // namespace

bool has_too_many_marks(std::string_view utf8) {
  if (utf8.size() <= bytes_of_marks) return false;
  bool has = false;
  count_marks(utf8, [&](std::size_t, std::size_t, bool is_too_many) { has = has || is_too_many; });
  return has;
}

icu::UnicodeString wide_text(std::string_view utf8) {
  if (!has_too_many_marks(utf8)) return plain_wide(utf8);
  std::string kept;
  count_marks(utf8, [&](std::size_t start, std::size_t end, bool is_too_many) {
    if (!is_too_many) kept += utf8.substr(start, end - start);
  });
  return plain_wide(kept);
}

}  // namespace sanaq::text
