#include "sanaq/investigation/estimated.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/steps.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

TEST(Estimated, TheNumberComesFromTheRegisterAndTheSettingsAlone) {
  const help::Scratch scratch;
  Steps steps(help::small_investigation(scratch), caller, {});
  steps.ingest();
  steps.link();
  const Outcome& linked = steps.outcome();
  int meanwhile = 0;
  const Number number = number_of(linked, linked.config, {}, silent, [&meanwhile] { ++meanwhile; });
  EXPECT_EQ(number.documented_low, static_cast<std::int64_t>(linked.persons.size()));
  ASSERT_TRUE(number.estimate && number.estimate->estimate);
  EXPECT_GE(number.estimate->estimate->median, static_cast<double>(linked.persons.size()));
  EXPECT_EQ(meanwhile, 1);
  const Number again = number_of(linked, linked.config, {}, silent, {});
  EXPECT_EQ(again.estimate->estimate->median, number.estimate->estimate->median);
}

TEST(Estimated, WithoutListsItIsSaidWhyThereIsNone) {
  const Number number = number_of({}, {}, {}, silent, {});
  EXPECT_FALSE(number.estimate);
  ASSERT_TRUE(number.no_estimate);
  EXPECT_NE(number.no_estimate->english().find("no list"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::investigation
