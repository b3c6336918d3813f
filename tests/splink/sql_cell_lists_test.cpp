#include "sanaq/splink/sql_cell_lists.h"

#include <gtest/gtest.h>

#include "sanaq/splink/limits.h"
#include "sanaq/splink/sql_value.h"

namespace sanaq::splink {
namespace {

std::string shown(const SqlList& list) {
  std::string text;
  for (const SqlValue& value : list) text += "<" + as_text(value).value_or("null") + ">";
  return text;
}

TEST(SqlCellLists, ACellIsReadAsDuckDbAndJsonAndPythonWriteLists) {
  EXPECT_EQ(shown(list_in_cell(R"([a, b c, 'd,e', 'f\'g', 'h"i', NULL, '', 'NULL', ' x'])")),
            R"(<a><b c><d,e><f'g><h"i><null><><NULL>< x>)");  // written by DuckDB
  EXPECT_EQ(shown(list_in_cell(R"(["a", "b\"c", null, 1.5])")), R"(<a><b"c><null><1.5>)");
  EXPECT_EQ(shown(list_in_cell("['a', None, 'it''s']")), "<a><null><it's>");
  EXPECT_EQ(shown(list_in_cell("[]")), "");
  EXPECT_EQ(shown(list_in_cell(" [ a ] ")), "<a>");
}

TEST(SqlCellLists, ACellIsReadAsOurOwnTablesHaveSeveralValues) {
  EXPECT_EQ(shown(list_in_cell("ann| bob |cid")), "<ann><bob><cid>");
  EXPECT_EQ(shown(list_in_cell("ann")), "<ann>");
  EXPECT_EQ(shown(list_in_cell("ann, bob")), "<ann, bob>");
  EXPECT_EQ(shown(list_in_cell("|")), "");
}

TEST(SqlCellLists, WhatIsNotClosedIsReadToItsEnd) {
  for (const char* cell : {"[", "]", "['", "['a]", "[a,", "[,]", "[a,,b]", "{", "{a}", "{a:", "{'}",
                           "[\\", "['\\']"}) {
    (void)list_in_cell(cell);
    (void)field_in_cell(cell, "a");
  }
  EXPECT_EQ(shown(list_in_cell("[a,,b]")), "<a><null><b>");
}

TEST(SqlCellLists, ALongListIsCutAtItsLimit) {
  std::string cell = "[1";
  for (std::size_t at = 0; at < 2 * list_values_max; ++at) cell += ",1";
  EXPECT_EQ(list_in_cell(cell + "]").size(), list_values_max);
}

TEST(SqlCellLists, ANamedValueIsFound) {
  EXPECT_EQ(as_text(field_in_cell("{'lat': 1.5, 'n': x}", "lat")), "1.5");
  EXPECT_EQ(as_text(field_in_cell(R"({"lat": 1.5, "n": "a, b"})", "n")), "a, b");
  EXPECT_TRUE(is_null(field_in_cell("{'lat': NULL}", "lat")));
  EXPECT_TRUE(is_null(field_in_cell("{'lat': 1}", "long")));
  EXPECT_TRUE(is_null(field_in_cell("lat: 1", "lat")));
}

}  // namespace
}  // namespace sanaq::splink
