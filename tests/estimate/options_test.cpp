#include "sanaq/estimate/options.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::estimate {
namespace {

TEST(Options, EveryMethodHasItsName) {
  for (const char* name : {"auto", "lcm", "dga", "loglinear", "sparse", "chao", "chapman", "all"}) {
    const auto method = method_from_name(name);
    ASSERT_TRUE(method) << name;
    EXPECT_EQ(method_name(*method), name);
  }
  EXPECT_FALSE(method_from_name("magic"));
}

TEST(Options, OptionsThatCannotBeAreRefusedWithWhatToDo) {
  EXPECT_NO_THROW(check_options({}));
  EXPECT_THROW(check_options({.chains = 0}), base::Error);
  EXPECT_THROW(check_options({.draws = 0}), base::Error);
  EXPECT_THROW(check_options({.warmup = 0}), base::Error);
  EXPECT_THROW(check_options({.classes_max = 0}), base::Error);
  EXPECT_THROW(check_options({.threads = -1}), base::Error);
}

}  // namespace
}  // namespace sanaq::estimate
