#include "capture_cells.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/exchange/plain_csv.h"

namespace sanaq::python {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Layout {
  const record::PlainColumn* count = nullptr;
  std::vector<const record::PlainColumn*> lists, strata;
};

const record::PlainColumn& column_named(const record::PlainTable& table, const std::string& name,
                                        const std::string& column, const char* what) {
  if (const record::PlainColumn* found = table.find(column)) return *found;
  throw Error(Kind::usage, message("{} has no column {} ({}); for a table with one row a person "
                                   "say count=None",
                                   name, column, what));
}

Layout layout_of(const record::PlainTable& table, const std::string& name,
                 const std::optional<std::string>& count, const std::vector<std::string>& strata) {
  Layout layout;
  if (count) layout.count = &column_named(table, name, *count, "count");
  for (const std::string& stratum : strata)
    layout.strata.push_back(&column_named(table, name, stratum, "strata"));
  for (const record::PlainColumn& column : table.columns) {
    const bool is_stratum = std::find(strata.begin(), strata.end(), column.name) != strata.end();
    if (&column != layout.count && !is_stratum) layout.lists.push_back(&column);
  }
  return layout;
}

std::string bit_of(const std::string& cell, bool is_file) {
  if (cell == "1" || cell == "0" || cell == "NA") return cell;
  if (is_file) return "";
  if (cell.empty()) return "NA";
  if (cell == "true" || cell == "True") return "1";
  if (cell == "false" || cell == "False") return "0";
  return "";
}

// The column with 0, 1 and NA alone.
record::PlainColumn list_column(const record::PlainColumn& column, const std::string& name,
                                bool is_file) {
  record::CodedTexts texts = std::get<record::CodedTexts>(column.values);
  for (std::size_t code = 0; code < texts.texts.size(); ++code) {
    const std::string bit = bit_of(texts.texts[code], is_file);
    if (bit.empty()) {
      const auto row = std::find(texts.codes.begin(), texts.codes.end(), code);
      throw Error(Kind::bad_input,
                  message("{}, row {}, column {}: this cell is neither 1 (on the list), 0 (not on "
                          "it) nor NA (the list did not cover these); leave out columns that are "
                          "no lists",
                          name, row - texts.codes.begin() + 2, column.name));
    }
    texts.texts[code] = bit;
  }
  return {column.name, std::move(texts)};
}

const std::string& text_at(const record::PlainColumn& column, std::size_t row) {
  const auto& texts = std::get<record::CodedTexts>(column.values);
  return texts.texts[texts.codes[row]];
}

// Equal rows, counted, in the order in which they are first met.
record::PlainTable counted(const record::PlainTable& persons, std::size_t lists,
                           const std::string& name) {
  std::map<std::vector<std::string>, std::size_t> places;
  std::vector<std::vector<std::string>> patterns;
  std::vector<std::int64_t> counts;
  std::vector<std::string> pattern;
  for (std::size_t row = 0; row < persons.rows; ++row) {
    pattern.clear();
    for (const record::PlainColumn& column : persons.columns)
      pattern.push_back(text_at(column, row));
    const auto end_of_lists = pattern.begin() + static_cast<std::ptrdiff_t>(lists);
    if (std::find(pattern.begin(), end_of_lists, "1") == end_of_lists)
      throw Error(Kind::bad_input, message("{}, row {}: those on no list cannot be counted; that "
                                           "number is what is sought. Remove the row",
                                           name, row + 2));
    const auto [found, is_new] = places.emplace(pattern, patterns.size());
    if (is_new) {
      patterns.push_back(pattern);
      counts.push_back(0);
    }
    ++counts[found->second];
  }
  record::PlainTable table{patterns.size(), {}};
  for (std::size_t at = 0; at < persons.columns.size(); ++at) {
    record::CodedTexts texts;
    for (const auto& cells : patterns) {
      texts.codes.push_back(static_cast<std::uint32_t>(texts.texts.size()));
      texts.texts.push_back(cells[at]);
    }
    table.columns.push_back({persons.columns[at].name, std::move(texts)});
  }
  table.columns.push_back({"count", std::move(counts)});
  return table;
}

}  // namespace

std::string cells_csv(const record::PlainTable& table, const std::string& name,
                      const std::optional<std::string>& count,
                      const std::vector<std::string>& strata, bool is_file) {
  const Layout layout = layout_of(table, name, count, strata);
  record::PlainTable cells{table.rows, {}};
  for (const record::PlainColumn* list : layout.lists)
    cells.columns.push_back(list_column(*list, name, is_file));
  for (const record::PlainColumn* stratum : layout.strata) cells.columns.push_back(*stratum);
  if (layout.count == nullptr)
    return exchange::plain_csv(counted(cells, layout.lists.size(), name));
  cells.columns.push_back({"count", layout.count->values});
  return exchange::plain_csv(cells);
}

}  // namespace sanaq::python
