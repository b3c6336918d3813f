#include "sanaq/link/columns.h"

#include <gtest/gtest.h>

#include "link/a_table.h"

namespace sanaq::link {
namespace {

TEST(Columns, AYearAloneIsNoWholeValueAndADayIs) {
  const Columns columns = columns_of(a_table(
      {"surname", "birth"}, {{"abela", "1967"}, {"dunon", "1967-04-18"}, {"korem", "1971-02-03"}}));
  for (const Feature& feature : columns.features) {
    for (std::size_t code = 1; code < feature.values.size(); ++code)
      EXPECT_EQ(is_whole_value(feature, code), feature.values[code] != "1967")
          << feature.values[code];
  }
}

}  // namespace
}  // namespace sanaq::link
