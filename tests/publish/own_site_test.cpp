#include "sanaq/publish/own_site.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "help/small_investigation.h"
#include "sanaq/base/sha256.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {
namespace {

namespace fs = std::filesystem;
using ledger::Finding;
using ledger::Weight;

class OwnSites : public testing::Test {
 protected:
  OwnSites() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    put("one");
  }
  void put(const std::string& page) {
    scratch_.write("town/site/index.html", page);
    scratch_.write("town/site/person/a.html", "A");
    mark_ = {{{"index.html", base::sha256_hex(page)}, {"person/a.html", base::sha256_hex("A")}}};
    write_mark(folder_ + "/site", mark_);
  }
  void enter(const std::string& mark, const std::string& site = "site") const {
    ledger::Writer writer(folder_);
    ledger::record_publication(writer, {mark, 2, {}, site, {}, ""});
  }
  [[nodiscard]] std::vector<Finding> verify() const {
    base::Progress silent;
    return verify_own_sites(folder_, silent);
  }
  void expect_one(Weight weight, const std::string& file) const {
    const auto findings = verify();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].weight, weight);
    EXPECT_EQ(findings[0].file, file);
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
  std::string mark_path_ = std::string("site/") + mark_file;
  SiteMark mark_;
};

TEST_F(OwnSites, TheSiteThatWasPublishedLastIsWhole) {
  enter(mark_hash(mark_));
  EXPECT_TRUE(verify().empty());
}

TEST_F(OwnSites, AFileThatIsChangedOrMissingIsDamageByName) {
  enter(mark_hash(mark_));
  scratch_.write("town/site/person/a.html", "B");
  expect_one(Weight::damage, "site/person/a.html");
  fs::remove(folder_ + "/site/person/a.html");
  expect_one(Weight::damage, "site/person/a.html");
}

TEST_F(OwnSites, AMarkThatWasMadeToFitIsDamage) {
  enter(mark_hash(mark_));
  put("two");
  expect_one(Weight::damage, mark_path_);
}

TEST_F(OwnSites, AMarkThatIsMissingOrDamagedIsDamage) {
  enter(mark_hash(mark_));
  scratch_.write("town/" + mark_path_, "# sanaq site 1\nx\n");
  expect_one(Weight::damage, mark_path_);
  fs::remove(folder_ + "/" + mark_path_);
  expect_one(Weight::damage, mark_path_);
}

TEST_F(OwnSites, ALinkInThePlaceOfTheSiteIsDamage) {
  enter(mark_hash(mark_));
  fs::rename(folder_ + "/site", scratch_ / "moved");
  fs::create_directory_symlink(scratch_ / "moved", folder_ + "/site");
  expect_one(Weight::damage, mark_path_);
}

TEST_F(OwnSites, AnOlderPublicationIsAWarning) {
  enter(mark_hash(mark_));
  enter(std::string(64, '0'));
  expect_one(Weight::warning, mark_path_);
}

TEST_F(OwnSites, ASiteThatWasNeverEnteredIsAWarningAndAStrangersFileANote) {
  expect_one(Weight::warning, mark_path_);
  enter(mark_hash(mark_));
  scratch_.write("town/site/robots.txt", "");
  expect_one(Weight::note, "site/robots.txt");
}

TEST_F(OwnSites, WhereTheSiteWasRemovedThatIsSaid) {
  enter(mark_hash(mark_));
  fs::remove_all(folder_ + "/site");
  expect_one(Weight::note, "site");
}

TEST_F(OwnSites, WhatStandsElsewhereIsNotLookedFor) {
  enter(mark_hash(mark_));
  enter(std::string(64, '0'), "");
  enter(std::string(64, '0'), "../outside");
  enter(std::string(64, '0'), "/etc");
  EXPECT_TRUE(verify().empty());
}

}  // namespace
}  // namespace sanaq::publish
