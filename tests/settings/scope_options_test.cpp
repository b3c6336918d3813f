#include "sanaq/settings/scope_options.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/settings/read_config.h"
#include "settings/field_count.h"

namespace sanaq::settings {
namespace {

Scope scope_with(const std::string& lines) {
  return parse_config("[scope]\n" + lines + "\n", "t").scope;
}

TEST(ScopeOptions, NoFieldOfTheScopeLacksItsOption) {
  EXPECT_EQ(field_count<Scope>(), scope_options().size());
  EXPECT_EQ(limit_options().size(), 3U);
}

TEST(ScopeOptions, ABoundIsADayAMonthOrAYearAndTheLastIsNotBeforeTheFirst) {
  EXPECT_EQ(record::to_edtf(*scope_with("from = \"2011-12\"").from), "2011-12");
  EXPECT_EQ(scope_with("from = 2011-12-16").from, scope_with("from = \"2011-12-16\"").from);
  EXPECT_THROW((void)scope_with("from = \"2012\"\nto = \"2011\""), base::Error);
  EXPECT_THROW((void)scope_with("from = \"soon\""), base::Error);
}

TEST(ScopeOptions, AnyOtherWordThanDeadLeavesEverybodyLivingAndAStrangeOneIsTold) {
  EXPECT_TRUE(scope_with("status = \"dead\"").all_dead());
  EXPECT_FALSE(scope_with("status = \"deceased\"").all_dead());
  EXPECT_EQ(parse_config("[scope]\nstatus = \"deceased\"\n", "t").closings.size(), 1U);
  EXPECT_TRUE(parse_config("[scope]\nstatus = \"living\"\n", "t").closings.empty());
}

}  // namespace
}  // namespace sanaq::settings
