#include "sanaq/tables/opened_list.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::tables {

TEST(OpenList, ExcelsDelimiterLineIsFollowed) {
  const std::string text = "sep=|\nname,x|date\nAida|2011\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  EXPECT_EQ(opened->delimiter, "|");
}

TEST(OpenList, RewindBeginsAgain) {
  const std::string text = "a\nb\n";
  const auto opened = open_list({.name = "a", .path = "a.csv"}, text);
  std::vector<std::string_view> cells;
  while (opened->rows->next(cells)) continue;
  opened->rows->rewind();
  ASSERT_TRUE(opened->rows->next(cells));
  EXPECT_EQ(cells.at(0), "a");
  EXPECT_EQ(opened->rows->row(), 1);
}

TEST(OpenList, ALineOfManyMegabytesIsNotDecoded) {
  const std::string text(std::size_t{65} << 20, '\xE0');
  EXPECT_THROW((void)open_list({.name = "a", .path = "a.csv", .encoding = "windows-1251"}, text),
               base::Error);
}

}  // namespace sanaq::tables
