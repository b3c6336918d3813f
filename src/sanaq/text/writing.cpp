#include "sanaq/text/writing.h"

#include <unicode/locid.h>
#include <unicode/uscript.h>

#include "sanaq/text/letters.h"

namespace sanaq::text {

std::string script_of_language(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  locale.addLikelySubtags(status);
  return U_SUCCESS(status) != 0 ? locale.getScript() : "";
}

std::string script_of(std::string_view text) {
  for (const char32_t letter : to_utf32(text)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
    if (U_SUCCESS(status) != 0 && script > USCRIPT_INHERITED) return uscript_getShortName(script);
  }
  return "";
}

bool is_written_in_latin(std::string_view language) {
  return script_of_language(language) == "Latn";
}

bool is_written_from_right(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  return U_SUCCESS(status) != 0 && locale.isRightToLeft() != 0;
}

}  // namespace sanaq::text
