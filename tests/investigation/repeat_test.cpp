#include "sanaq/investigation/repeat.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};
const SiteDigest no_site = [](const Outcome&) { return std::string("digest"); };

class RepeatCount : public testing::Test {
 protected:
  RepeatCount() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  void count() {
    enter_steps(estimate_total(folder_, caller), [this] { return ledger::Writer(folder_); });
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
};

TEST_F(RepeatCount, TheSameFilesGiveTheSameBytes) {
  count();
  const std::string state = base::read_file(folder_ + "/.sanaq/link.json");
  base::remove_file(folder_ + "/.sanaq/link.json");
  const Repeat repeated = repeat(folder_, no_site, caller);
  EXPECT_EQ(repeated.sameness(), Sameness::same_bytes);
  ASSERT_EQ(repeated.steps.size(), 3u);
  EXPECT_FALSE(base::file_exists(folder_ + "/.sanaq/link.json"));  // it writes nothing
}

TEST_F(RepeatCount, ARunThatSaysOtherwiseIsDifferent) {
  count();
  ledger::Run run = ledger::runs(folder_).back();
  run.outputs[0].second = std::string(64, '0');
  run.figures = {{"documented_high", "999"}, {"documented_low", "999"}, {"made_on", ""}};
  {
    ledger::Writer writer(folder_);
    ledger::record_run(writer, run);
  }
  const Repeat repeated = repeat(folder_, no_site, caller);
  EXPECT_EQ(repeated.sameness(), Sameness::different);
  EXPECT_EQ(repeated.steps[1].sameness, Sameness::same_bytes);
  EXPECT_EQ(repeated.steps[2].sameness, Sameness::different);
}

TEST_F(RepeatCount, WithoutARunOrWithOtherFilesThereIsNothingToCompare) {
  { const ledger::Writer writer(folder_); }
  try {
    (void)repeat(folder_, no_site, caller);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::not_found);
  }
  count();
  scratch_.write("town/lists/morgue.csv",
                 std::string(help::morgue_rows) + "m4;Kunsulu Shanyrakova;1988-01-01;2011-12-16\n");
  try {
    (void)repeat(folder_, no_site, caller);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    EXPECT_NE(std::string(error.what()).find("lists/morgue.csv"), std::string::npos);
  }
}

TEST(CompareRun, AnotherPersonIsNeverWithinTolerance) {
  ledger::Run before;
  before.outputs = {{"persons", "p"}, {"register", "a"}};
  before.figures = {{"decisions", "0"}, {"persons", "307"}};
  EXPECT_EQ(compare_run(before, {{"persons", "p"}, {"register", "b"}}, before.figures),
            Sameness::same_within_tolerance);  // other probabilities
  EXPECT_EQ(compare_run(before, {{"persons", "q"}, {"register", "b"}}, before.figures),
            Sameness::different);
}

TEST(CompareRun, ToleranceIsForTheEstimateAlone) {
  ledger::Run before;
  before.outputs = {{"estimate", "a"}};
  before.figures = {{"documented_low", "300"}, {"median", "400.0"}};
  EXPECT_EQ(compare_run(before, {{"estimate", "a"}}, {}), Sameness::same_bytes);
  EXPECT_EQ(
      compare_run(before, {{"estimate", "b"}}, {{"documented_low", "300"}, {"median", "403.9"}}),
      Sameness::same_within_tolerance);
  EXPECT_EQ(
      compare_run(before, {{"estimate", "b"}}, {{"documented_low", "300"}, {"median", "404.1"}}),
      Sameness::different);
  EXPECT_EQ(
      compare_run(before, {{"estimate", "b"}}, {{"documented_low", "301"}, {"median", "400.0"}}),
      Sameness::different);
  EXPECT_EQ(compare_run(before, {{"estimate", "b"}}, {{"documented_low", "300"}}),
            Sameness::different);
}

}  // namespace
}  // namespace sanaq::investigation
