#include "sanaq/exchange/total_draws_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

TEST(TotalDrawsCsv, EveryRowAddsUp) {
  estimate::Summary summary;
  summary.total_draws = {30, 45};
  summary.strata = {{"men", 10, {}, {}, {}, {}, {20, 30}},
                    {"women, old", 5, {}, {}, {}, {}, {10, 15}}};
  EXPECT_EQ(total_draws_csv(summary), "draw,total,men,\"women, old\"\n1,30,20,10\n2,45,30,15\n");
}

TEST(TotalDrawsCsv, AMethodWithoutDrawsIsRefused) {
  EXPECT_THROW((void)total_draws_csv(estimate::Summary{}), base::Error);
}

}  // namespace
}  // namespace sanaq::exchange
