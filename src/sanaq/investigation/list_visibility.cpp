#include "sanaq/investigation/list_visibility.h"

#include <algorithm>

#include "sanaq/casefile/visibility.h"

namespace sanaq::investigation {
namespace {

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_nothing_else(const record::Column& column) {
  bool any = false;
  for (const std::string& value : column.values) {
    if (value.empty()) continue;
    if (!casefile::visibility_word(value)) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::vector<std::string> unclear_headers(const record::RecordTable& list,
                                         const settings::ListConfig& config) {
  std::vector<std::string> unclear;
  for (const record::Column& column : list.columns) {
    if (column.field || is_among(config.ignored, column.header) ||
        is_among(config.public_fields, column.header))
      continue;
    if (casefile::header_resembles_visibility(column.header) || holds_nothing_else(column))
      unclear.push_back(column.header);
  }
  return unclear;
}

base::Message unclear_header(const std::string& list, const std::string& header) {
  return base::message(
      "{}: the column {} seems to say who may see a row; a list is opened by columns, not by rows, "
      "so nothing of it is published; take the rows that must stay closed into a list of their "
      "own, "
      "and say below its [[list]] in investigation.toml: ignore = [\"{}\"]",
      list, header, header);
}

}  // namespace sanaq::investigation
