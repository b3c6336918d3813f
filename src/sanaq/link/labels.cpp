#include "sanaq/link/labels.h"

#include <map>

#include "sanaq/base/error.h"

namespace sanaq::link {

void resolve_labels(const record::RecordTable& table, const Options& options, Options& binding) {
  binding.decisions = options.decisions;
  if (options.labels.empty()) return;
  using Name = std::pair<std::string_view, std::string_view>;
  std::map<Name, std::uint32_t> records;
  for (std::uint32_t at = 0; at < table.record_count(); ++at)
    records.emplace(Name(table.lists[table.list_of[at]].name, table.ids[at]), at);
  const auto find = [&](const std::string& list, const std::string& id) {
    const auto found = records.find(Name(list, id));
    if (found == records.end())
      throw base::Error(base::Kind::bad_input,
                        base::message("the labels name the record {} of the list {}, which is not "
                                      "there; write the list's name and the record's id (or row)",
                                      id, list));
    return found->second;
  };
  for (const Label& label : options.labels) {
    const std::uint32_t left = find(label.list_left, label.record_left),
                        right = find(label.list_right, label.record_right);
    if (left == right)
      throw base::Error(base::Kind::bad_input,
                        base::message("the labels pair the record {} of the list {} with itself",
                                      label.record_left, label.list_left));
    binding.decisions.push_back({left, right, label.match});
  }
}

}  // namespace sanaq::link
