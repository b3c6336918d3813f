#include <map>
#include <set>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using record::Column;
using record::RecordTable;

// One column of the whole while the lists are laid one under the other.
struct Growing {
  Column column;
  // One text can mean two things in two lists (03/04/2011), so what was read belongs to the key.
  std::unordered_map<std::string, std::uint32_t> codes;  // by text, 0, reading; looked up only
};

using Key = std::pair<int, std::string>;  // the field's number, or -1 and the folded header

Key key_of(const Column& column) {
  if (column.field) return {static_cast<int>(*column.field), ""};
  return {-1, text::fold(column.header)};
}

std::vector<std::uint32_t> recoding(const Column& column, Growing& whole) {
  std::vector<std::uint32_t> codes(column.values.size(), 0);
  for (std::size_t code = 1; code < column.values.size(); ++code) {
    const auto next = static_cast<std::uint32_t>(whole.column.values.size());
    const auto [found, is_new] =
        whole.codes.emplace(column.values[code] + '\0' + column.canonical[code], next);
    if (is_new) {
      whole.column.values.push_back(column.values[code]);
      whole.column.canonical.push_back(column.canonical[code]);
    }
    codes[code] = found->second;
  }
  return codes;
}

void append_column(const Column& column, std::size_t records_before, Growing& whole) {
  if (whole.column.values.empty()) {
    whole.column.header = column.header;
    whole.column.field = column.field;
    whole.column.values = {""};
    whole.column.canonical = {""};
  }
  const std::vector<std::uint32_t> codes = recoding(column, whole);
  whole.column.codes.resize(records_before, 0);
  whole.column.codes.reserve(records_before + column.codes.size());
  for (const std::uint32_t code : column.codes) whole.column.codes.push_back(codes[code]);
}

void append_records(const RecordTable& list, RecordTable& whole) {
  const auto first_list = static_cast<std::uint32_t>(whole.lists.size());
  whole.lists.insert(whole.lists.end(), list.lists.begin(), list.lists.end());
  for (const std::uint32_t of : list.list_of) whole.list_of.push_back(first_list + of);
  whole.ids.insert(whole.ids.end(), list.ids.begin(), list.ids.end());
  whole.rows.insert(whole.rows.end(), list.rows.begin(), list.rows.end());
  whole.identities.insert(whole.identities.end(), list.identities.begin(), list.identities.end());
}

void check_names(const std::vector<IngestedList>& lists) {
  std::set<std::string> names;
  for (const IngestedList& list : lists) {
    for (const record::List& named : list.records.lists) {
      if (names.insert(named.name).second) continue;
      throw base::Error(
          base::Kind::bad_input,
          base::message("two lists are called {}; give each its own name", named.name));
    }
  }
}

}  // namespace

RecordTable combine(const std::vector<IngestedList>& lists) {
  check_names(lists);
  RecordTable whole;
  std::map<Key, std::size_t> places;
  std::vector<Growing> columns;  // in the order in which they first come
  for (const IngestedList& list : lists) {
    const std::size_t records_before = whole.record_count();
    for (const Column& column : list.records.columns) {
      const auto [place, is_new] = places.emplace(key_of(column), columns.size());
      if (is_new) columns.emplace_back();
      append_column(column, records_before, columns[place->second]);
    }
    append_records(list.records, whole);
  }
  for (Growing& growing : columns) {
    growing.column.codes.resize(whole.record_count(), 0);
    whole.columns.push_back(std::move(growing.column));
  }
  return whole;
}

}  // namespace sanaq::tables
