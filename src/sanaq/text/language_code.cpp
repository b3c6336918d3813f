#include "sanaq/text/language_code.h"

#include <unicode/uloc.h>

#include <string>

namespace sanaq::text {

bool is_language_code(std::string_view text) {
  const std::string first(text.substr(0, text.find_first_of("-_")));
  if (first.size() < 2 || first.size() > 3) return false;
  return *uloc_getISO3Language(first.c_str()) != '\0';
}

}  // namespace sanaq::text
