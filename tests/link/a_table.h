// Small invented tables for the tests of linking.
#pragma once
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/make_columns.h"
#include "sanaq/link/options.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/num/rng.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

using Rows = std::vector<std::vector<std::string>>;

// One list named "list" with a column a header; a header that is a FIELD's name has that field.
inline record::RecordTable a_table(const std::vector<std::string>& headers, const Rows& rows) {
  record::RecordTable table;
  table.lists.push_back({.name = "list", .file = "list.csv", .version = ""});
  for (std::size_t at = 0; at < headers.size(); ++at) {
    record::Column column;
    column.header = headers[at];
    column.field = record::field_from_name(headers[at]);
    column.values = {""};
    for (const auto& row : rows) {
      std::uint32_t code = 0;
      while (code < column.values.size() && column.values[code] != row[at]) ++code;
      if (code == column.values.size()) column.values.push_back(row[at]);
      column.codes.push_back(code);
    }
    column.canonical = column.values;
    table.columns.push_back(std::move(column));
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    table.list_of.push_back(0);
    table.ids.push_back(std::to_string(row + 1));
    table.rows.push_back(static_cast<std::int64_t>(row) + 2);
    table.identities.push_back("identity " + std::to_string(row));
  }
  return table;
}

inline std::vector<std::uint32_t> as_they_stand(const record::RecordTable& table) {
  std::vector<std::uint32_t> order(table.record_count());
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

inline std::vector<std::uint64_t> marks_of(const record::RecordTable& table) {
  return make_pair_space(table, as_they_stand(table)).marks;
}

inline Columns columns_of(const record::RecordTable& table) {
  return make_columns(table, Options{}, as_they_stand(table));
}

// `persons` invented persons; the first `twice` of them stand twice, the second time with one
// letter of the town changed. The rows of one person follow each other.
inline record::RecordTable a_town(std::size_t persons, std::size_t twice) {
  num::Rng rng(7, "tests.link.town");
  const auto word = [&](std::size_t length) {
    std::string text;
    for (std::size_t at = 0; at < length; ++at)
      text += static_cast<char>((at % 2 == 0 ? "bdgklmnrst" : "aeiouaeiou")[rng.below(10)]);
    return text;
  };
  Rows rows;
  for (std::size_t person = 0; person < persons; ++person) {
    std::string town = word(6);
    const std::vector<std::string> row{word(6), word(8),
                                       "19" + std::to_string(50 + rng.below(50)) + "-0" +
                                           std::to_string(1 + rng.below(9)) + "-1" +
                                           std::to_string(rng.below(10)),
                                       town};
    rows.push_back(row);
    if (person >= twice) continue;
    rows.push_back(row);
    if (person % 3 == 0) rows.back()[3][2] = 'x';
  }
  return a_table({"given_name", "surname", "birth", "town"}, rows);
}

}  // namespace sanaq::link
