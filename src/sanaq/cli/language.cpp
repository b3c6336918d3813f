#include "sanaq/cli/language.h"

#include <algorithm>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"

namespace sanaq::cli {
namespace {

constexpr std::string_view flag = "--language";

bool is_built_in(const std::string& language) {
  const std::vector<std::string> known = base::Catalog::languages();
  return std::find(known.begin(), known.end(), language) != known.end();
}

// The last one counts, as for every other flag.
std::optional<std::string> asked_for(const std::vector<std::string>& arguments) {
  std::optional<std::string> language;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const std::string_view argument = arguments[at];
    if (argument == "--") break;
    if (argument == flag && at + 1 < arguments.size()) language = arguments[at + 1];
    if (argument.starts_with(flag) && argument.substr(flag.size()).starts_with('='))
      language = argument.substr(flag.size() + 1);
  }
  return language;
}

}  // namespace

std::string choose_language(
    const std::vector<std::string>& arguments,
    const std::function<std::optional<std::string>(const char*)>& environment) {
  if (const auto asked = asked_for(arguments)) {
    if (is_built_in(*asked)) return *asked;
    throw base::Error(
        base::Kind::usage,
        base::message("--language {} is not built in; there are en, kk and ru", *asked));
  }
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = environment(variable);
    if (!value) continue;
    const std::string language = value->substr(0, value->find_first_of("_.@"));
    return is_built_in(language) ? language : "en";
  }
  return "en";
}

}  // namespace sanaq::cli
