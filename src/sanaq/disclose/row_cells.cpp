#include "sanaq/disclose/row_cells.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/ledger/canonical.h"

namespace sanaq::disclose {
namespace {

std::string name_of_column(const pages::PublicColumn& column) {
  return column.field ? std::string(record::field_name(*column.field)) : column.header;
}

// Canonical JSON sorts by UTF-16 units, which for these characters are ordered as their bytes.
bool is_ordered_by_bytes(const std::string& name) {
  return std::none_of(name.begin(), name.end(),
                      [](char byte) { return static_cast<unsigned char>(byte) >= 0xF0; });
}

}  // namespace

RowCells::RowCells(const std::vector<pages::PublicColumn>& columns) : columns_(columns) {
  std::vector<std::pair<std::string, std::size_t>> names;
  for (std::size_t at = 0; at < columns.size(); ++at)
    names.emplace_back(name_of_column(columns[at]), at);
  std::sort(names.begin(), names.end());
  const bool repeats =
      std::adjacent_find(names.begin(), names.end(), [](const auto& left, const auto& right) {
        return left.first == right.first;
      }) != names.end();
  const bool is_plain = std::all_of(
      names.begin(), names.end(), [](const auto& name) { return is_ordered_by_bytes(name.first); });
  if (repeats || !is_plain) return;
  for (const auto& [name, at] : names) {
    std::string key;
    ledger::append_canonical(key, name);
    ordered_.emplace_back(key + ":", at);
  }
}

std::string RowCells::text(const pages::PublicRecord& record) const {
  if (ordered_.empty()) return text_of_any(record);
  std::string text = "{";
  for (const auto& [key, at] : ordered_) {
    if (at >= record.cells.size() || !record.cells[at]) continue;
    if (text.size() > 1) text += ',';
    text += key;
    ledger::append_canonical(text, record.cells[at]->text);
  }
  return text += '}';
}

std::string RowCells::text_of_any(const pages::PublicRecord& record) const {
  nlohmann::json cells = nlohmann::json::object();
  for (std::size_t at = 0; at < record.cells.size(); ++at) {
    if (!record.cells[at]) continue;
    std::string name = name_of_column(columns_[at]);
    // A header that reads like a field's name, or twice: no cell may stand for the other.
    while (cells.contains(name)) name += "'";
    cells[name] = record.cells[at]->text;
  }
  return ledger::canonical(cells);
}

}  // namespace sanaq::disclose
