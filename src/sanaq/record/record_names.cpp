#include "sanaq/record/record_names.h"

#include <charconv>
#include <optional>
#include <system_error>

#include "sanaq/base/error.h"

namespace sanaq::record {
namespace {

// "#17" -> 17.
std::optional<std::int64_t> row_of(std::string_view name) {
  if (!name.starts_with('#')) return std::nullopt;
  std::int64_t row = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), row);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return row;
}

template <typename Key>
std::vector<std::uint32_t> found_in(
    const std::unordered_map<Key, std::vector<std::uint32_t>>& records, const Key& key) {
  const auto found = records.find(key);
  return found == records.end() ? std::vector<std::uint32_t>() : found->second;
}

}  // namespace

RecordNames::RecordNames(const RecordTable& table) {
  for (std::uint32_t at = 0; at < table.record_count(); ++at) {
    List& list = lists_[table.lists[table.list_of[at]].name];
    list.by_id[table.ids[at]].push_back(at);
    list.by_row[table.rows[at]].push_back(at);
  }
}

std::vector<std::uint32_t> RecordNames::find(std::string_view list, std::string_view id) const {
  const auto own = lists_.find(list);
  if (own == lists_.end()) return {};
  std::vector<std::uint32_t> records = found_in(own->second.by_id, id);
  const std::optional<std::int64_t> row = row_of(id);
  if (records.empty() && row) records = found_in(own->second.by_row, *row);
  return records;
}

std::uint32_t find_record(const RecordTable& records, const std::string& list_and_id) {
  const RecordNames names(records);
  const std::string_view name = list_and_id;
  for (std::size_t colon = list_and_id.find(':'); colon != std::string::npos;
       colon = list_and_id.find(':', colon + 1)) {
    const std::vector<std::uint32_t> found =
        names.find(name.substr(0, colon), name.substr(colon + 1));
    if (found.size() == 1) return found.front();
    if (found.empty()) continue;
    throw base::Error(
        base::Kind::bad_input,
        base::message("{}: several records of this list have that id, in rows {} and {}; name one "
                      "by its row: {}:#{}",
                      list_and_id, records.rows[found[0]], records.rows[found[1]],
                      list_and_id.substr(0, colon), records.rows[found[0]]));
  }
  throw base::Error(
      base::Kind::not_found,
      base::message("there is no record {}; write LIST:ID, the list's name and the record's id, or "
                    "LIST:#ROW, the row that a spreadsheet shows",
                    list_and_id));
}

}  // namespace sanaq::record
