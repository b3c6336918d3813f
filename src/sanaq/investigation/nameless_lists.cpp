#include "sanaq/investigation/nameless_lists.h"

#include <algorithm>

namespace sanaq::investigation {

std::vector<std::string> nameless_lists(const std::vector<ListReport>& lists,
                                        const settings::Config& config) {
  std::vector<std::string> nameless;
  for (const ListReport& list : lists) {
    const bool has_name = list.columns.contains("name") || list.columns.contains("given") ||
                          list.columns.contains("family");
    const bool says_none =
        std::any_of(config.lists.begin(), config.lists.end(), [&](const settings::ListConfig& one) {
          return one.name == list.name && !one.guesses_columns;
        });
    if (!has_name && !says_none) nameless.push_back(list.name);
  }
  return nameless;
}

}  // namespace sanaq::investigation
