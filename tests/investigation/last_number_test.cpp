#include "sanaq/investigation/last_number.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

class LastNumberTest : public ::testing::Test {
 protected:
  LastNumberTest() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  Outcome count() const {
    base::Progress silent;
    const base::Catalog english;
    Outcome outcome = estimate_total(folder, {silent, english});
    enter_steps(outcome, [this] { return ledger::Writer(folder); });
    return outcome;
  }
  help::Scratch scratch_;
  std::string folder = help::small_investigation(scratch_);
};

TEST_F(LastNumberTest, ThereIsNoneBeforeTheFirstCount) {
  EXPECT_FALSE(last_number(folder).has_value());
  EXPECT_TRUE(last_counts(folder, 2).empty());
}

TEST_F(LastNumberTest, StaysWhateverIsChangedSince) {
  const Outcome outcome = count();
  scratch_.write("town/lists/hospital.csv", "id,name\n1,Somebody Else\n");
  const auto last = last_number(folder);
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->number.documented_low, 6);
  EXPECT_EQ(last->number.estimate->estimate->median, outcome.estimate->estimate->median);
  EXPECT_EQ(last->made_on, base::today());
  EXPECT_EQ(last->key, outcome.keys.estimate);
}

TEST_F(LastNumberTest, WhatADiskChangedIsNotShown) {
  (void)count();
  const std::string path = folder + "/.sanaq/estimate.json";
  std::string text = base::read_file(path);
  const std::size_t at = text.find("\"documented\":[6");
  ASSERT_NE(at, std::string::npos);
  text[at + 14] = '9';
  base::write_file_whole(path, text);
  EXPECT_FALSE(last_number(folder).has_value());
}

TEST_F(LastNumberTest, CountsThatSayTheSameAreOne) {
  (void)count();
  const std::string settings = base::read_file(folder + "/investigation.toml");
  scratch_.write("town/investigation.toml", settings + "seed = 7\n");
  (void)count();  // the method has no draws: the same number
  EXPECT_EQ(last_counts(folder, 9).size(), 1U);
  scratch_.write("town/lists/hospital.csv",
                 std::string(help::hospital_rows) + "5,Жанна Жанова,1950,2011-12-16,Square\n");
  (void)count();
  const std::vector<CountEntered> counts = last_counts(folder, 9);
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].documented_low, 7);
  EXPECT_EQ(counts[1].documented_low, 6);
  EXPECT_TRUE(counts[0].median.has_value());
  EXPECT_EQ(last_counts(folder, 1).size(), 1U);
}

}  // namespace
}  // namespace sanaq::investigation
