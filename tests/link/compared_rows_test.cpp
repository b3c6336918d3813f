#include "sanaq/link/compared_rows.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(ProbabilityAt, IsBayes) {
  EXPECT_DOUBLE_EQ(probability_at(0, 0.5), 0.5);
  EXPECT_DOUBLE_EQ(probability_at(0, 0.01), 0.01);
  EXPECT_NEAR(probability_at(1, 0.5), 2.0 / 3, 1e-12);
}

TEST(CompareField, MissingIsNotDisagreement) {
  EXPECT_EQ(compare_field("birth", "", "1970").bits, 0);
  EXPECT_GT(compare_field("birth", "1970", "1970-05-01").bits, 0);
  EXPECT_GT(compare_field("birth", "1970-05-01", "1970-05-01").bits,
            compare_field("birth", "1970", "1970").bits);
  EXPECT_LT(compare_field("birth", "1970-05-01", "1985-05-01").bits, 0);
  EXPECT_LT(compare_field("sex", "m", "f").bits, 0);
  EXPECT_GT(compare_field("place", "Жаңаөзен", "Zhanaozen").bits, 0);
}

TEST(CompareField, DeathsInOneEventSayLessThanBirths) {
  EXPECT_LT(compare_field("death", "2011-12-16", "2011-12-16").bits,
            compare_field("birth", "1970-05-01", "1970-05-01").bits);
}

TEST(CompareKinds, APersonIsNoCompany) {
  EXPECT_LT(compare_kinds(true).bits, -4);
  EXPECT_EQ(compare_kinds(false).bits, 0);
}

}  // namespace
}  // namespace sanaq::link
