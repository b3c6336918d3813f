#include "sanaq/base/system.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <vector>

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

// Pages that were written once are not asked of the system again.
TEST(System, FreedMemoryIsKeptForWhatComesNext) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the address sanitizer keeps memory in its own way";
#endif
  const auto new_pages = [] {
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    const std::vector<char> large(std::size_t{64} << 20, 'x');
    EXPECT_EQ(large.back(), 'x');
    getrusage(RUSAGE_SELF, &after);
    return after.ru_minflt - before.ru_minflt;
  };
  keep_freed_memory();
  EXPECT_GT(new_pages(), 100);
  EXPECT_LT(new_pages(), 100);
}

TEST(System, AnAbsentVariableIsNone) {
  EXPECT_FALSE(environment("SANAQ_SURELY_NOT_SET").has_value());
}

TEST(System, SteadySecondsNeverGoBack) {
  const double before = steady_seconds();
  EXPECT_GE(steady_seconds(), before);
}

TEST(System, KnowsItsOwnFileAndTheClocks) {
  EXPECT_TRUE(own_program().ends_with("base_test")) << own_program();
  const double first = boot_seconds();
  EXPECT_GT(first, 0);
  EXPECT_GE(boot_seconds(), first);
  EXPECT_EQ(5U, clock_here().size());
  EXPECT_EQ(':', clock_here()[2]);
}

}  // namespace sanaq::base
