#include "sanaq/investigation/empty_table.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/table_sort.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::investigation {
namespace {

// As somebody fills it in: one row with a cell in every column.
std::string filled(const std::string& kind, const std::string& language) {
  tables::Sheet sheet = empty_table(kind, language);
  EXPECT_TRUE(sheet.rows.empty());
  sheet.rows.emplace_back(sheet.columns.size(), "1");
  sheet.rows.emplace_back(sheet.columns.size(), "2");
  return tables::write_xlsx(sheet);
}

TEST(EmptyTable, EveryHeaderIsReadBackInEveryLanguage) {
  for (const std::string& kind : table_sorts()) {
    for (const char* language : {"en", "ru", "kk"}) {
      const std::string bytes = filled(kind, language);
      EXPECT_EQ(sort_of_table(bytes, "a.xlsx").kind, kind) << language;
      if (kind == list_sort) {
        base::Progress progress;
        const auto list = tables::ingest_bytes({.name = "a", .path = "a.xlsx"}, bytes, progress);
        EXPECT_TRUE(list.unmapped_headers.empty()) << language << list.unmapped_headers.front();
        EXPECT_EQ(list.mapping.size(), empty_table(kind, language).columns.size()) << language;
      } else {
        const casefile::TableRows rows = table_rows({.kind = kind, .file = "a.xlsx"}, bytes);
        for (const std::string& header : rows.header) {
          const casefile::Column* column =
              casefile::column_with_header(*casefile::table_form(kind), header);
          ASSERT_NE(column, nullptr) << kind << language << header;
        }
      }
    }
  }
}

TEST(EmptyTable, EachKindHasATitleAndAStrangerNone) {
  for (const std::string& kind : table_sorts()) EXPECT_NE(sort_title(kind), kind);
  EXPECT_THROW((void)empty_table("magic", "en"), base::Error);
}

}  // namespace
}  // namespace sanaq::investigation
