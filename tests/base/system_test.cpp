#include "sanaq/base/system.h"

#include <gtest/gtest.h>

#include <csignal>

namespace sanaq::base {

TEST(System, TheFirstInterruptOnlySetsAFlag) {
  catch_interrupts();
  EXPECT_FALSE(was_interrupted());
  std::raise(SIGTERM);
  EXPECT_TRUE(was_interrupted());
}

TEST(System, TimesAreWrittenAsIso8601) {
  EXPECT_EQ(today().size(), 10U);
  EXPECT_EQ(now_utc().size(), 20U);
  EXPECT_EQ(now_utc().back(), 'Z');
}

TEST(System, AnAbsentVariableIsNone) {
  EXPECT_FALSE(environment("SANAQ_SURELY_NOT_SET").has_value());
}

TEST(System, SteadySecondsNeverGoBack) {
  const double before = steady_seconds();
  EXPECT_GE(steady_seconds(), before);
}

}  // namespace sanaq::base
