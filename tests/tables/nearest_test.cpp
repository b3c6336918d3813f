#include "sanaq/tables/nearest.h"

#include <gtest/gtest.h>

namespace sanaq::tables {

TEST(Nearest, FindsTheWordThatWasMeant) {
  EXPECT_EQ(nearest("Nmae", {"Date", "Name", "Place"}), "Name");
  EXPECT_EQ(nearest("фамилия", {"Имя", "ФАМИЛИЯ "}), "ФАМИЛИЯ ");
  EXPECT_EQ(nearest("x", {}), std::nullopt);
  EXPECT_EQ(nearest("x", {"a", "b"}), "a");
}

}  // namespace sanaq::tables
