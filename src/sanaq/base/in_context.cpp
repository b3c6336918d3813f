#include "sanaq/base/in_context.h"

namespace sanaq::base {

// GNU gettext manual, "The Format of GNU MO Files": context, EOT, msgid.
constexpr char end_of_context = '\x04';

std::string in_context(std::string_view context, std::string_view sentence) {
  return std::string(context) + end_of_context + std::string(sentence);
}

std::string_view without_context(std::string_view id) {
  const std::size_t end = id.find(end_of_context);
  return end == id.npos ? id : id.substr(end + 1);
}

}  // namespace sanaq::base
