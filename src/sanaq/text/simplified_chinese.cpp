#include "sanaq/text/simplified_chinese.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "sanaq/base/check.h"

namespace sanaq::text {
namespace {

bool is_han(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(letter), &status) == USCRIPT_HAN;
}

}  // namespace

std::u32string simplified(std::u32string_view word) {
  if (std::none_of(word.begin(), word.end(), is_han)) return std::u32string(word);
  thread_local const std::unique_ptr<icu::Transliterator> to_simplified = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    base::check(U_SUCCESS(status), "ICU knows simplified Chinese");
    return made;
  }();
  icu::UnicodeString text = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(word.data()), static_cast<std::int32_t>(word.size()));
  to_simplified->transliterate(text);
  std::u32string letters(static_cast<std::size_t>(text.countChar32()), U' ');
  UErrorCode status = U_ZERO_ERROR;
  text.toUTF32(reinterpret_cast<UChar32*>(letters.data()),
               static_cast<std::int32_t>(letters.size()), status);
  base::check(U_SUCCESS(status) || status == U_STRING_NOT_TERMINATED_WARNING, "letters have room");
  return letters;
}

}  // namespace sanaq::text
