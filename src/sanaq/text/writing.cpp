#include "sanaq/text/writing.h"

#include <unicode/locid.h>

#include <cstring>
#include <string>

namespace sanaq::text {

bool is_written_in_latin(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  locale.addLikelySubtags(status);
  return U_SUCCESS(status) != 0 && std::strcmp(locale.getScript(), "Latn") == 0;
}

bool is_written_from_right(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  return U_SUCCESS(status) != 0 && locale.isRightToLeft() != 0;
}

}  // namespace sanaq::text
