#include "sanaq/investigation/what_stands.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

class WhatStandsTest : public ::testing::Test {
 protected:
  [[nodiscard]] WhatStands now() const { return what_stands(folder, {silent_, english_}); }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> paths;
    for (const base::TreeEntry& entry : base::walk_tree(folder)) paths.push_back(entry.path);
    return paths;
  }
  void count() const { (void)estimate_total(folder, {silent_, english_}); }

  mutable base::Progress silent_;
  base::Catalog english_;
  help::Scratch scratch_;
  std::string folder = help::small_investigation(scratch_);
};

TEST_F(WhatStandsTest, BeforeAnyCountItReadsTheListsAndWritesNothing) {
  const std::vector<std::string> before = files();
  const WhatStands stands = now();
  EXPECT_EQ(stands.outcome.records.record_count(), 11U);
  EXPECT_FALSE(stands.is_ingested || stands.is_linked || stands.is_estimated);
  EXPECT_EQ(files(), before);
}

TEST_F(WhatStandsTest, AfterACountItHasAllOfIt) {
  count();
  const WhatStands stands = now();
  EXPECT_TRUE(stands.is_ingested && stands.is_linked && stands.is_estimated);
  EXPECT_EQ(stands.outcome.persons.size(), 6U);
  EXPECT_TRUE(stands.outcome.estimate.has_value());
}

TEST_F(WhatStandsTest, WhatChangedTakesAwayWhatRestsOnIt) {
  count();
  const std::string settings = base::read_file(folder + "/investigation.toml");
  scratch_.write("town/investigation.toml", settings + "draws = 3000\n");
  WhatStands stands = now();
  EXPECT_TRUE(stands.is_ingested && stands.is_linked);
  EXPECT_FALSE(stands.is_estimated);
  scratch_.write("town/investigation.toml", settings);
  scratch_.write("town/lists/hospital.csv",
                 std::string(help::hospital_rows) + "5,Жанна Жанова,1950,2011-12-16,Square\n");
  const std::vector<std::string> before = files();
  stands = now();
  EXPECT_FALSE(stands.is_ingested || stands.is_linked || stands.is_estimated);
  EXPECT_EQ(stands.outcome.records.record_count(), 12U);
  EXPECT_EQ(files(), before);
}

TEST_F(WhatStandsTest, KnownNowHasTheKeysWithoutReadingAnyList) {
  count();
  const RunRecord known = known_now(folder, {silent_, english_});
  EXPECT_EQ(known.keys.estimate, now().outcome.keys.estimate);
  EXPECT_EQ(known.provenance.settings, now().outcome.provenance.settings);
}

TEST_F(WhatStandsTest, AFolderThatIsNoInvestigationIsNotFound) {
  EXPECT_THROW((void)what_stands(scratch_ / "nowhere", {silent_, english_}), base::Error);
}

}  // namespace
}  // namespace sanaq::investigation
