#include "sanaq/link/same_values.h"

#include <map>

namespace sanaq::link {

void merge_same_values(const std::vector<SameValues>& same, const std::string& column,
                       std::vector<std::string>& texts) {
  std::map<std::string, std::string, std::less<>> first_of;
  for (const SameValues& of : same) {
    if (of.column != column) continue;
    for (const std::vector<std::string>& group : of.groups) {
      for (const std::string& value : group) first_of.emplace(value, group.front());
    }
  }
  if (first_of.empty()) return;
  for (std::string& text : texts) {
    const auto found = first_of.find(text);
    if (found != first_of.end()) text = found->second;
  }
}

}  // namespace sanaq::link
