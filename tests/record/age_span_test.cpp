#include "sanaq/record/age_span.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::record {
namespace {

TEST(AgeSpan, IsWrittenInDigitsAsARangeOrWithAPlus) {
  EXPECT_EQ(to_text({35, 35}), "35");
  EXPECT_EQ(to_text({40, 45}), "40-45");
  EXPECT_EQ(to_text({60, age_years_max}), "60+");
}

TEST(AgeSpan, WhatIsNoAgeIsNone) {
  for (const char* text : {"", "-", "+", "40-", "-40", "45-40", "40-45-50", "131", "40-131", "4o",
                           "40+5", "99999999999"})
    EXPECT_EQ(age_from_text(text), std::nullopt) << text;
}

RC_GTEST_PROP(AgeSpan, IsReadBackAsItself, ()) {
  const int from = *rc::gen::inRange(0, age_years_max + 1);
  const int to = *rc::gen::inRange(from, age_years_max + 1);
  RC_ASSERT(age_from_text(to_text({from, to})) == (AgeSpan{from, to}));
}

RC_GTEST_PROP(AgeSpan, NoTextBreaksIt, (const std::string& text)) { (void)age_from_text(text); }

}  // namespace
}  // namespace sanaq::record
