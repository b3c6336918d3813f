#include "sanaq/exchange/row_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "sanaq/base/message.h"
#include "sanaq/record/identity.h"

namespace sanaq::exchange {
namespace {

using record::Field;

constexpr std::array name_parts = {Field::family, Field::given, Field::patronymic};
// What tells one person from another of the same name, as it is called within a line.
const auto& telling() {
  static const std::array<std::pair<Field, base::Message>, 6> all = {{
      {Field::birth, base::message("birth")},
      {Field::death, base::message("death")},
      {Field::age, base::message("age")},
      {Field::date, base::message("date")},
      {Field::sex, base::message("sex")},
      {Field::place, base::message("place")},
  }};
  return all;
}

std::string_view cell(const record::RecordTable& records, Field field, std::uint32_t record) {
  const record::Column* column = records.find(field);
  return column == nullptr ? std::string_view() : value_shown(*column, column->codes[record]);
}

// A column of the user's own may have the name of a field that another column is.
std::string column_name(const record::Column& column) {
  if (column.field) return std::string(record::field_name(*column.field));
  return column.header + (record::field_from_name(column.header) ? " (list)" : "");
}

// Of which records others of the same list have the id. By hashes: an index of all ids would take
// more memory than the records do.
std::vector<bool> shared_ids(const record::RecordTable& records) {
  const auto key = [&](std::uint32_t record) {
    return std::tie(records.lists[records.list_of[record]].name, records.ids[record]);
  };
  std::vector<std::pair<std::size_t, std::uint32_t>> hashed;
  hashed.reserve(records.record_count());
  for (std::uint32_t record = 0; record < records.record_count(); ++record)
    hashed.emplace_back(std::hash<std::string>()(records.ids[record]), record);
  std::sort(hashed.begin(), hashed.end());
  std::vector<bool> is_shared(records.record_count());
  for (std::size_t from = 0, to = 0; from < hashed.size(); from = to) {
    for (to = from; to < hashed.size() && hashed[to].first == hashed[from].first;) ++to;
    if (to - from == 1) continue;
    std::sort(
        hashed.begin() + static_cast<std::ptrdiff_t>(from),
        hashed.begin() + static_cast<std::ptrdiff_t>(to),
        [&](const auto& left, const auto& right) { return key(left.second) < key(right.second); });
    for (std::size_t at = from + 1; at < to; ++at) {
      if (key(hashed[at].second) != key(hashed[at - 1].second)) continue;
      is_shared[hashed[at].second] = is_shared[hashed[at - 1].second] = true;
    }
  }
  return is_shared;
}

}  // namespace

RowWords::RowWords(const record::RecordTable& records)
    : records_(records), is_id_shared_(shared_ids(records)) {}

std::string_view value_shown(const record::Column& column, std::uint32_t code) {
  const std::string_view text = column.values[code];
  const bool is_date =
      column.field == Field::birth || column.field == Field::death || column.field == Field::date;
  if (!is_date || column.header != record::field_name(*column.field)) return text;
  return text.substr(0, text.find_last_not_of('-') + 1);
}

std::string name_as_written(const record::RecordTable& records, std::uint32_t record) {
  if (const auto name = cell(records, Field::name, record); !name.empty()) return std::string(name);
  std::string name;
  for (const Field part : name_parts) {
    const std::string_view word = cell(records, part, record);
    if (!word.empty()) name += (name.empty() ? "" : " ") + std::string(word);
  }
  return name;
}

std::string RowWords::reference(std::uint32_t record) const {
  const std::string& list = records_.lists[records_.list_of[record]].name;
  if (!is_id_shared_[record]) return list + ":" + records_.ids[record];
  return list + ":#" + std::to_string(records_.rows[record]);
}

std::string RowWords::line(std::uint32_t record, const base::Catalog& catalog) const {
  std::string rest;
  for (const auto& [field, called] : telling()) {
    const std::string_view words = cell(records_, field, record);
    if (words.empty()) continue;
    rest += (rest.empty() ? "" : ", ") + catalog.say(called) + " ";
    rest += words;
  }
  const std::string name = name_as_written(records_, record);
  if (rest.empty()) return name;
  return name.empty() ? "(" + rest + ")" : name + " (" + rest + ")";
}

std::string RowWords::named_line(std::uint32_t record, const base::Catalog& catalog) const {
  const std::string words = line(record, catalog);
  return words.empty() ? reference(record) : reference(record) + " " + words;
}

ShownCells shown_cells(const record::RecordTable& records, std::uint32_t record) {
  ShownCells cells;
  for (const record::Column& column : records.columns) {
    if (column.field == Field::id) continue;
    const std::string& text = column.values[column.codes[record]];
    if (text.empty()) continue;
    std::string name = column_name(column);
    const auto known = std::find_if(cells.begin(), cells.end(),
                                    [&](const auto& cell) { return cell.first == name; });
    if (known == cells.end())
      cells.emplace_back(std::move(name), text);
    else
      known->second += " | " + text;
  }
  return cells;
}

std::string shown_digest(const record::RecordTable& records, std::uint32_t record) {
  ShownCells cells = shown_cells(records, record);
  std::sort(cells.begin(), cells.end());
  return record::Identities(records.lists[records.list_of[record]].name)
      .of_cells({cells.begin(), cells.end()}, 1);
}

}  // namespace sanaq::exchange
