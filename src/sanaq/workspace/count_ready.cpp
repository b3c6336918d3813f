#include "sanaq/workspace/count_ready.h"

#include <algorithm>
#include <array>

namespace sanaq::workspace {
namespace {

bool has_name(const investigation::ListReport& list) {
  constexpr std::array<const char*, 3> fields = {"name", "given", "family"};
  return std::any_of(fields.begin(), fields.end(), [&](const char* field) {
    const auto found = list.columns.find(field);
    return found != list.columns.end() && !found->second.empty();
  });
}

}  // namespace

std::vector<std::string> lists_without_names(const investigation::Outcome& outcome) {
  std::vector<std::string> without;
  for (std::size_t at = 0; at < outcome.lists.size(); ++at) {
    // Where nothing is guessed, whoever names no column of names says that there is none.
    const bool says_none =
        at < outcome.config.lists.size() && !outcome.config.lists[at].guesses_columns;
    if (!says_none && !has_name(outcome.lists[at])) without.push_back(outcome.lists[at].name);
  }
  return without;
}

base::Message why_not_count(const investigation::Outcome& outcome) {
  const std::vector<std::string> without = lists_without_names(outcome);
  if (without.empty()) return {};
  return base::message(
      "The list {} has no column of names yet. Say which column it is, or that this list has no "
      "names.",
      without.front());
}

}  // namespace sanaq::workspace
