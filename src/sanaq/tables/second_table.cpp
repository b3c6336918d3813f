#include "sanaq/tables/second_table.h"

#include <algorithm>

#include "sanaq/base/toml_text.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

void report_table_beside(IngestedList& list) {
  const auto mapped = list.mapping.find("name");
  if (mapped == list.mapping.end()) return;
  const std::string again = mapped->second + " (2)";
  const auto& columns = list.records.columns;
  const auto beside = std::find_if(columns.begin(), columns.end(), [&](const record::Column& one) {
    return !one.field && one.header == again;
  });
  if (beside == columns.end()) return;
  const auto names = std::count_if(beside->codes.begin(), beside->codes.end(),
                                   [](std::uint32_t code) { return code != 0; });
  if (names == 0) return;
  list.warnings.insert(
      list.warnings.begin(),
      base::message(
          "{} names stand in a second table beside the first, under {}, and are not read; "
          "to count them add a second [[list]] with the same file and its columns:  "
          "columns = {}",
          names, again, "{ name = " + base::toml_text(again) + " }"));
}

}  // namespace sanaq::tables
