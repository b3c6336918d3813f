#include "sanaq/casefile/visibility.h"

#include <algorithm>
#include <array>

#include "sanaq/casefile/visibility_words.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/lookalike.h"

namespace sanaq::casefile {
namespace {

using base::message;

constexpr std::array<std::string_view, 3> by_strictness = {"public", "restricted", "sealed"};

std::size_t strictness(std::string_view word) {
  const auto found = std::find(by_strictness.begin(), by_strictness.end(), word);
  return std::min<std::size_t>(static_cast<std::size_t>(found - by_strictness.begin()), 2);
}

const text::WordsSeen& seen_names_of_visibility() {
  static const text::WordsSeen words(names_of_visibility());
  return words;
}

const text::WordsSeen& seen_suspect_headers() {
  static const text::WordsSeen words(suspect_headers());
  return words;
}

bool is_ignored(const TableRows& table, const std::string& header) {
  return std::find(table.ignored.begin(), table.ignored.end(), header) != table.ignored.end();
}

bool holds_visibility(const TableRows& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    return column < row.size() && visibility_word(row[column]).has_value();
  });
}

}  // namespace

std::optional<std::string> visibility_word(std::string_view text) {
  static const Vocabulary built_in;
  const std::string wanted = text::fold(text);
  if (wanted.empty()) return std::nullopt;
  for (const Term& term : built_in.terms()) {
    if (term.table != "VISIBILITY") continue;
    const auto& labels = term.labels;
    const bool is_meant = term.code == wanted ||
                          std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
                            return text::fold(label) == wanted;
                          });
    if (is_meant) return term.code;
  }
  return std::nullopt;
}

std::string visibility_of(std::string_view text) {
  if (text::fold(text).empty()) return "restricted";
  return visibility_word(text).value_or("sealed");
}

std::string stricter(std::string_view left, std::string_view right) {
  return std::string(by_strictness[std::max(strictness(left), strictness(right))]);
}

bool means_visibility(std::string_view name) {
  return text::looks_like_one(name, seen_names_of_visibility());
}

bool header_resembles_visibility(std::string_view header) {
  return text::looks_like_part(header, seen_names_of_visibility()) ||
         text::looks_like_one(header, seen_suspect_headers());
}

VisibilityColumns visibility_columns(const TableForm& form, const TableRows& table) {
  VisibilityColumns found;
  for (std::size_t at = 0; at < table.header.size(); ++at) {
    const std::string& header = table.header[at];
    const Column* column = column_with_header(form, header);
    if (column != nullptr && column->holds == ValueType::visibility) {
      if (found.at) {
        found.unclear.push_back(header);
      } else {
        found.at = at;
      }
    } else if (column == nullptr && !is_ignored(table, header) &&
               (header_resembles_visibility(header) || holds_visibility(table, at))) {
      found.unclear.push_back(header.empty() ? "#" + std::to_string(at + 1) : header);
    }
  }
  found.unclear.insert(found.unclear.end(), table.missing.begin(), table.missing.end());
  return found;
}

base::Message unclear_visibility(const std::string& file, const std::string& header) {
  return message(
      "{}: the column {} seems to say who may see a row, but is not read as it stands, so every "
      "row "
      "of this table is sealed; call it visibility, or say below its [[table]] in "
      "investigation.toml which column is meant: columns = {{ visibility = \"…\" }}, or that it is "
      "something else: ignore = [\"…\"]",
      file, header);
}

}  // namespace sanaq::casefile
