#include "sanaq/splink/sql_lists.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/splink/limits.h"

namespace sanaq::splink {
namespace {

std::string shown(const SqlList& list) {
  std::string text;
  for (const SqlValue& value : list) text += "<" + as_text(value).value_or("null") + ">";
  return text;
}

TEST(SqlLists, ACellIsReadAsDuckDbAndJsonAndPythonWriteLists) {
  EXPECT_EQ(shown(list_in_cell(R"([a, b c, 'd,e', 'f\'g', 'h"i', NULL, '', 'NULL', ' x'])")),
            R"(<a><b c><d,e><f'g><h"i><null><><NULL>< x>)");  // written by DuckDB
  EXPECT_EQ(shown(list_in_cell(R"(["a", "b\"c", null, 1.5])")), R"(<a><b"c><null><1.5>)");
  EXPECT_EQ(shown(list_in_cell("['a', None, 'it''s']")), "<a><null><it's>");
  EXPECT_EQ(shown(list_in_cell("[]")), "");
  EXPECT_EQ(shown(list_in_cell(" [ a ] ")), "<a>");
}

TEST(SqlLists, ACellIsReadAsOurOwnTablesHaveSeveralValues) {
  EXPECT_EQ(shown(list_in_cell("ann| bob |cid")), "<ann><bob><cid>");
  EXPECT_EQ(shown(list_in_cell("ann")), "<ann>");
  EXPECT_EQ(shown(list_in_cell("ann, bob")), "<ann, bob>");
  EXPECT_EQ(shown(list_in_cell("|")), "");
}

TEST(SqlLists, WhatIsNotClosedIsReadToItsEnd) {
  for (const char* cell : {"[", "]", "['", "['a]", "[a,", "[,]", "[a,,b]", "{", "{a}", "{a:", "{'}",
                           "[\\", "['\\']"}) {
    (void)list_in_cell(cell);
    (void)field_in_cell(cell, "a");
  }
  EXPECT_EQ(shown(list_in_cell("[a,,b]")), "<a><null><b>");
}

TEST(SqlLists, ALongListIsCutAtItsLimit) {
  std::string cell = "[1";
  for (std::size_t at = 0; at < 2 * list_values_max; ++at) cell += ",1";
  EXPECT_EQ(list_in_cell(cell + "]").size(), list_values_max);
}

TEST(SqlLists, ANamedValueIsFound) {
  EXPECT_EQ(as_text(field_in_cell("{'lat': 1.5, 'n': x}", "lat")), "1.5");
  EXPECT_EQ(as_text(field_in_cell(R"({"lat": 1.5, "n": "a, b"})", "n")), "a, b");
  EXPECT_TRUE(is_null(field_in_cell("{'lat': NULL}", "lat")));
  EXPECT_TRUE(is_null(field_in_cell("{'lat': 1}", "long")));
  EXPECT_TRUE(is_null(field_in_cell("lat: 1", "lat")));
}

TEST(SqlLists, CommonValuesStandOnceAndNullIsNone) {
  const SqlList left = list_in_cell("[b, a, b, NULL]"), right = list_in_cell("[NULL, c, b, a]");
  EXPECT_EQ(shown(common_values(left, right)), "<b><a>");
  EXPECT_EQ(shown(common_values(left, {})), "");
}

TEST(SqlLists, PlacesCountFromOneOrFromTheEnd) {
  const SqlList list = list_in_cell("[a, b]");
  EXPECT_EQ(as_text(value_at(list, 1)), "a");
  EXPECT_EQ(as_text(value_at(list, -1)), "b");
  for (const double place : {0.0, 3.0, -3.0, 1e300, std::nan("")})
    EXPECT_TRUE(is_null(value_at(list, place))) << place;
}

TEST(SqlLists, TheLeastIsOfThoseThatAreNotNull) {
  const SqlList numbers{SqlValue(), 2.0, 1.0, 3.0};
  EXPECT_EQ(as_number(least_value(numbers)), 1.0);
  EXPECT_EQ(as_number(largest_value(numbers)), 3.0);
  EXPECT_TRUE(is_null(least_value({})));
}

TEST(SqlLists, CosineSimilarityIsOfAsManyNumbers) {
  const auto cosine = [](const char* left, const char* right) {
    return cosine_similarity(list_in_cell(left), list_in_cell(right));
  };
  EXPECT_NEAR(*cosine("[1, 2, 3]", "[1, 2, 4]"), 0.9914601339836673, 1e-15);
  EXPECT_EQ(cosine("[1, 2]", "[-2, -4]"), -1.0);
  EXPECT_TRUE(std::isnan(*cosine("[0, 0]", "[1, 2]")));
  EXPECT_FALSE(cosine("[1, 2]", "[1, 2, 3]"));
  EXPECT_FALSE(cosine("[1, x]", "[1, 2]"));
}

}  // namespace
}  // namespace sanaq::splink
