#include "sanaq/link/column_kind.h"

#include <gtest/gtest.h>

#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(ColumnKind, IsFoundFromTheContent) {
  const std::vector<std::uint32_t> codes{1, 2, 3, 1};
  EXPECT_EQ(find_kind(std::nullopt, {"", "1985-02-03", "1990-11-30", "1971-01-01"}, codes),
            Kind::date);
  EXPECT_EQ(find_kind(std::nullopt, {"", "a@b.example", "c@d.example", "e@f.example"}, codes),
            Kind::email);
  EXPECT_EQ(find_kind(record::Field::sex, {"", "m", "f", "x"}, codes), Kind::category);
}

}  // namespace
}  // namespace sanaq::link
