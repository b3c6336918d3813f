#include "sanaq/splink/sql_lists.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/splink/sql_cell_lists.h"

namespace sanaq::splink {
namespace {

std::string shown(const SqlList& list) {
  std::string text;
  for (const SqlValue& value : list) text += "<" + as_text(value).value_or("null") + ">";
  return text;
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
