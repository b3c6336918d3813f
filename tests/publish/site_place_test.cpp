#include "sanaq/publish/site_place.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/settings/config.h"

namespace sanaq::publish {
namespace {

namespace fs = std::filesystem;

class SitePlaces : public testing::Test {
 protected:
  [[nodiscard]] settings::Config config(const std::string& site = "site") const {
    settings::Config config;
    config.publish.site = site;
    config.tables.push_back({"claim", "claims.csv"});
    return config;
  }
  [[nodiscard]] bool is_refused(const std::string& out, const std::string& site = "site") const {
    try {
      (void)site_place(folder_, config(site), out);
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::usage);
      return true;
    }
    return false;
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
};

TEST_F(SitePlaces, ANewAnEmptyAndAMarkedFolderWillDo) {
  fs::create_directory(scratch_ / "empty");
  scratch_.write("marked/index.html", "old");
  write_mark(scratch_ / "marked", {});
  for (const char* out :
       {"new", "empty", "marked", "with/parents", "town/site", "town/public/site"})
    EXPECT_FALSE(is_refused(scratch_ / out)) << out;
  EXPECT_FALSE(is_refused(""));
}

TEST_F(SitePlaces, AStrangersFolderIsRefused) {
  scratch_.write("thesis/chapter.txt", "mine");
  scratch_.write("file", "");
  scratch_.write("damaged/" + std::string(mark_file), "# sanaq site 1\nx\n");
  fs::create_directory_symlink(scratch_ / "thesis", scratch_ / "link");
  fs::create_symlink(scratch_ / "nowhere", scratch_ / "dangling");
  for (const char* out :
       {"thesis", "thesis/", "file", "damaged", "link", "dangling", "town/../thesis"})
    EXPECT_TRUE(is_refused(scratch_ / out)) << out;
  scratch_.write("town/photos/1.jpg", "");
  EXPECT_TRUE(is_refused("", "photos"));
}

TEST_F(SitePlaces, TheInvestigationAndWhatLiesAboveItAreRefused) {
  fs::create_directory_symlink(folder_, scratch_ / "link");
  for (const std::string& out :
       {folder_, folder_ + "/", folder_ + "/.", folder_ + "/lists/..", scratch_.path(),
        std::string("/"), scratch_ / "link", scratch_ / "link/."})
    EXPECT_TRUE(is_refused(out)) << out;
  write_mark(folder_, {});  // a mark opens no door
  EXPECT_TRUE(is_refused(folder_));
}

TEST_F(SitePlaces, RoomsOfAnyInvestigationAreRefused) {
  fs::create_directory_symlink(folder_ + "/lists", scratch_ / "door");
  scratch_.write("other/investigation.toml", "title = \"Another\"\n");
  for (const char* out : {"town/lists", "town/lists/site", "town/ledger/site", "town/evidence",
                          "town/articles/x", "town/.sanaq/site", "town/publication/site",
                          "town/LEDGER", "door/site", "other/ledger/site"})
    EXPECT_TRUE(is_refused(scratch_ / out)) << out;
}

TEST_F(SitePlaces, AFolderWithATableInItIsRefused) {
  scratch_.write("town/tables/claims.csv", "");
  write_mark(scratch_ / "town/tables", {});
  auto settings = config();
  settings.tables = {{"claim", "tables/claims.csv"}};
  EXPECT_THROW((void)site_place(folder_, settings, scratch_ / "town/tables"), base::Error);
}

TEST_F(SitePlaces, TheSettingsNeverLeadOutside) {
  fs::create_directory(scratch_ / "outside");
  fs::create_directory_symlink(scratch_ / "outside", folder_ + "/door");
  EXPECT_TRUE(is_refused("", "door"));
  EXPECT_TRUE(is_refused("", "door/site"));
  EXPECT_FALSE(is_refused("", "public/site"));
}

TEST_F(SitePlaces, WhatMayBeASiteFromBeforeMarksIsLookedAtLater) {
  scratch_.write("town/site/thesis.txt", "mine");
  EXPECT_EQ(standing_of(site_place(folder_, config(), "")), Standing::unmarked);
  scratch_.write("old/index.html", "");
  scratch_.write("old/sanaq.css", "");
  EXPECT_EQ(standing_of(site_place(folder_, config(), scratch_ / "old")), Standing::unmarked);
}

TEST_F(SitePlaces, APlaceIsNamedFromTheInvestigation) {
  EXPECT_EQ(place_in_investigation(site_place(folder_, config("a/site"), "")), "a/site");
  EXPECT_EQ(place_in_investigation(site_place(folder_, config(), scratch_ / "out")), "");
}

}  // namespace
}  // namespace sanaq::publish
