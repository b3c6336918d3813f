#include "sanaq/simulate/file_bytes.h"

#include "sanaq/base/check.h"
#include "sanaq/simulate/letters.h"

namespace sanaq::simulate {
namespace {

std::string quoted(std::string_view cell, char delimiter) {
  if (cell.find_first_of(std::string{delimiter, '"', '\r', '\n'}) == cell.npos)
    return std::string(cell);
  std::string out = "\"";
  for (const char letter : cell) out += letter == '"' ? "\"\"" : std::string(1, letter);
  return out + "\"";
}

void append_row(std::string& out, const std::vector<std::string>& cells, char delimiter) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) out += delimiter;
    out += quoted(cells[at], delimiter);
  }
  out += "\r\n";
}

char windows_1251_byte(char32_t letter) {
  if (letter < 0x80) return static_cast<char>(letter);
  if (letter >= U'А' && letter <= U'я') return static_cast<char>(0xC0U + (letter - U'А'));
  switch (letter) {
    case U'Ё':
      return static_cast<char>(0xA8);
    case U'ё':
      return static_cast<char>(0xB8);
    case U'І':
      return static_cast<char>(0xB2);
    case U'і':
      return static_cast<char>(0xB3);
    case U'№':
      return static_cast<char>(0xB9);
    default:
      return '?';
  }
}

std::string in_utf16le(std::string_view utf8) {
  std::string out = "\xFF\xFE";
  for (const char32_t letter : to_letters(utf8)) {
    out += static_cast<char>(letter & 0xFFU);
    out += static_cast<char>(letter >> 8U);
  }
  return out;
}

}  // namespace

std::string in_windows_1251(std::string_view utf8) {
  std::string out;
  for (const char32_t letter : to_letters(utf8)) out += windows_1251_byte(letter);
  return out;
}

std::string file_bytes(const SimulatedList& list) {
  const ListPlan& plan = list.plan;
  std::string text;
  if (!plan.title.empty()) append_row(text, {plan.title}, plan.delimiter);
  std::vector<std::string> headers;
  for (const PlannedColumn& column : plan.columns) headers.push_back(column.header);
  append_row(text, headers, plan.delimiter);
  for (const SimulatedRow& row : list.rows) append_row(text, row.cells, plan.delimiter);
  if (plan.encoding == "windows-1251") return in_windows_1251(text);
  if (plan.encoding == "UTF-8 with BOM") return "\xEF\xBB\xBF" + text;
  if (plan.encoding == "UTF-16LE") return in_utf16le(text);
  base::check(plan.encoding == "UTF-8", "the plan names an encoding that we write");
  return text;
}

}  // namespace sanaq::simulate
