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

// Looks all names up once; the table must outlive it.
class RecordNames {
 public:
  explicit RecordNames(const RecordTable& table);
  // "17" or "#17" (the row that a spreadsheet shows). An id wins over a row. Several records where
  // an id is not unique in its list; none where nothing is called so.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view list, std::string_view id) const;

 private:
  struct List {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_id;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> by_row;
  };
  std::map<std::string, List, std::less<>> lists_;
};

// "LIST:ID" or "LIST:#ROW" -> the record. Throws Error: not_found; bad_input where several records
// of the list have that id.
[[nodiscard]] std::uint32_t find_record(const RecordTable& records, const std::string& list_and_id);

}  // namespace sanaq::record
