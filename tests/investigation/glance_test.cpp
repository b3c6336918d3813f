#include "sanaq/investigation/glance.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

void count(const std::string& folder) {
  base::Progress silent;
  const base::Catalog english;
  (void)estimate_total(folder, {silent, english});
}

TEST(Glance, BeforeTheFirstCountItKnowsTheSettings) {
  const help::Scratch scratch;
  const Glance seen = glance(help::small_investigation(scratch));
  EXPECT_EQ(seen.title, "An invented town");
  EXPECT_EQ(seen.lists, (std::vector<std::string>{"hospital", "morgue", "union"}));
  EXPECT_TRUE(seen.is_invented && seen.has_tables);
  EXPECT_FALSE(seen.number.has_value());
  EXPECT_TRUE(seen.touched.empty());
}

TEST(Glance, AfterACountItHasTheNumberAndNamesWhatWasWrittenSince) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  count(folder);
  EXPECT_EQ(glance(folder).number->number.documented_low, 6);
  EXPECT_TRUE(glance(folder).touched.empty());
  std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the disk's clock is coarse
  scratch.write("town/lists/morgue.csv", help::morgue_rows);
  EXPECT_EQ(glance(folder).touched, (std::vector<std::string>{"lists/morgue.csv"}));
  base::remove_file(folder + "/lists/morgue.csv");
  EXPECT_EQ(glance(folder).touched, (std::vector<std::string>{"lists/morgue.csv"}));
}

TEST(Glance, OpensNoList) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  for (const char* list : {"hospital.csv", "morgue.csv", "union.tsv"})
    base::remove_file(folder + "/lists/" + list);
  EXPECT_EQ(glance(folder).lists.size(), 3U);
}

TEST(Glance, AFolderWithoutSettingsIsNotFound) {
  const help::Scratch scratch;
  try {
    (void)glance(scratch.path());
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::not_found);
  }
}

}  // namespace
}  // namespace sanaq::investigation
