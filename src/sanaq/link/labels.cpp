#include "sanaq/link/labels.h"

#include "sanaq/base/error.h"
#include "sanaq/record/record_names.h"

namespace sanaq::link {

void resolve_labels(const record::RecordTable& table, const Options& options, Options& binding) {
  binding.decisions = options.decisions;
  if (options.labels.empty()) return;
  const record::RecordNames names(table);
  const auto find = [&](const std::string& list, const std::string& id) {
    const std::vector<std::uint32_t> found = names.find(list, id);
    if (found.size() == 1) return found.front();
    throw base::Error(
        base::Kind::bad_input,
        found.empty()
            ? base::message(
                  "the labels name the record {} of the list {}, which is not there; write "
                  "the list's name and the record's id, or # and its row",
                  id, list)
            : base::message(
                  "the labels name the record {} of the list {}, and several have that id; "
                  "write # and the row of the one that is meant",
                  id, list));
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
