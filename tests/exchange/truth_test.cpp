#include "sanaq/exchange/truth.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {

TEST(Truth, IsTheTotalAndNothingElse) {
  EXPECT_EQ(read_truth("key,value\nlisted,303\ntotal,400\n", "truth.csv"), 400);
  EXPECT_THROW((void)read_truth("key,value\nlisted,303\n", "truth.csv"), base::Error);
}

}  // namespace sanaq::exchange
