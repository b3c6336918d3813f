// Records by the names that people give them: a list and the record's id in it, or # and its row.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sanaq/record/record_table.h"

namespace sanaq::record {

// An index of all records by name. The table must outlive it.
class RecordNames {
 public:
  explicit RecordNames(const RecordTable& table);
  // `id` is an id such as "17" or, with "#", a row number as a spreadsheet shows it, such as "#17";
  // an id goes before a row. Returns several records if the id is not unique in its list, and none
  // if there is no such record.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view list, std::string_view id) const;

 private:
  struct List {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_id;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> by_row;
  };
  std::map<std::string, List, std::less<>> lists_;
};

// Returns the record that is called "LIST:ID" or "LIST:#ROW". Throws Error{not_found} if there is
// none, and Error{bad_input} if several records of the list have that id.
[[nodiscard]] std::uint32_t find_record(const RecordTable& records, const std::string& list_and_id);

}  // namespace sanaq::record
