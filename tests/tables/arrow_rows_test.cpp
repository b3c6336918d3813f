#include "sanaq/tables/arrow_rows.h"

#include <gtest/gtest.h>

#include "tables/made_arrow.h"

namespace sanaq::tables {
namespace {

TEST(ArrowRows, TheHeaderComesFirstAndAgainAfterRewinding) {
  made::Kept kept;
  made::Stream stream({made::texts("name", {"A B", "C D", "E F"})}, 3, 2, kept);
  ArrowRows rows(stream.get(), "people");
  EXPECT_EQ(4, rows.total());
  for (int time = 0; time < 2; ++time) {
    std::vector<std::string_view> cells;
    std::vector<std::string> seen;
    while (rows.next(cells)) seen.emplace_back(cells.at(0));
    EXPECT_EQ((std::vector<std::string>{"name", "A B", "C D", "E F"}), seen);
    EXPECT_EQ(4, rows.row());
    rows.rewind();
  }
}

}  // namespace
}  // namespace sanaq::tables
