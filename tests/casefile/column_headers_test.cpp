#include "sanaq/casefile/column_headers.h"

#include <gtest/gtest.h>

#include <set>

#include "sanaq/casefile/schema.h"

namespace sanaq::casefile {

TEST(ColumnHeaders, EachIsReadBackAsItsColumnInEachLanguage) {
  for (const TableForm& form : all_forms()) {
    for (const char* language : {"en", "ru", "kk"}) {
      std::set<std::string> headers;
      for (const Column& column : form.columns) {
        const std::string header = column_header(form.kind, column.name, language);
        EXPECT_TRUE(headers.insert(header).second) << form.kind << " " << header;
        const Column* read = column_with_header(form, header);
        ASSERT_NE(read, nullptr) << form.kind << " " << header;
        EXPECT_EQ(read->name, column.name) << form.kind << " " << header;
      }
    }
  }
}

TEST(ColumnHeaders, NoColumnLacksItsRussianAndKazakh) {
  for (const TableForm& form : all_forms()) {
    for (const Column& column : form.columns) {
      const std::string english = column_header(form.kind, column.name, "en");
      EXPECT_NE(column_header(form.kind, column.name, "ru"), english) << column.name;
      EXPECT_NE(column_header(form.kind, column.name, "kk"), english) << column.name;
    }
  }
}

TEST(ColumnHeaders, CaseAndBlanksDoNotMatterAndStrangersAreNone) {
  EXPECT_EQ(column_with_header(*table_form("custody"), " ГДЕ  содержится")->name, "held_at");
  EXPECT_EQ(column_with_header(*table_form("custody"), "Кому"), nullptr);
  EXPECT_EQ(column_of_header("aid", "кому"), "to");
  EXPECT_EQ(column_of_header("custody_change", "срок"), "");
}

}  // namespace sanaq::casefile
