#include "sanaq/publish/update_site.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/publish/put_site.h"

namespace sanaq::publish {
namespace {

SiteMark mark_of(const std::map<std::string, std::string>& files) {
  SiteMark mark;
  for (const auto& [path, bytes] : files) mark.files.set(path, base::sha256_hex(bytes));
  return mark;
}

class UpdateSite : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto& [path, bytes] : before_) scratch_.write("case/site/" + path, bytes);
    write_mark(place().folder, mark_of(before_));
  }
  [[nodiscard]] SitePlace place() const {
    return {scratch_ / "case", scratch_ / "case/site", "site", NamedBy::settings};
  }
  // As publish does it.
  void update() const {
    base::WholeFolder made(place().folder);
    base::LateSync files;
    for (const auto& [path, bytes] : now_) {
      if (!before_.contains(path) || before_.at(path) != bytes)
        files.write(base::join(made.path(), path), bytes);
    }
    stage_update(mark_of(before_), mark_of(now_), made, files);
    files.sync();
    put_update(place(), made);
  }
  [[nodiscard]] bool has(const std::map<std::string, std::string>& files) const {
    const auto mark = read_mark(place().folder);
    if (!mark || !(mark->files == mark_of(files).files)) return false;
    for (const auto& [path, bytes] : files) {
      const std::string whole = base::join(place().folder, path);
      if (!base::file_exists(whole) || base::read_file(whole) != bytes) return false;
    }
    return true;
  }
  std::map<std::string, std::string> before_ = {
      {"index.html", "1"}, {"person/a.html", "a"}, {"person/b.html", "b"}, {"old/c.html", "c"}};
  std::map<std::string, std::string> now_ = {
      {"index.html", "2"}, {"person/a.html", "a"}, {"person/b.html", "B"}, {"new/d.html", "d"}};
  help::Scratch scratch_;
};

TEST_F(UpdateSite, WritesWhatChangedAndRemovesWhatIsGone) {
  update();
  EXPECT_TRUE(has(now_));
  EXPECT_FALSE(base::folder_exists(scratch_ / "case/site/old"));
  EXPECT_EQ(base::list_folder(scratch_ / "case"), std::vector<std::string>{"site"});
}

// Wherever it fails: the old site stands, or the next publication carries the changes through.
TEST_F(UpdateSite, FailingAtAnyCallLeavesTheOldSiteOrTheNewOneAfterRecovery) {
  bool did_end = false;
  for (std::int64_t at = 1; !did_end && at < 200; ++at) {
    base::remove_tree(scratch_ / "case");
    SetUp();
    base::DiskFaults faults;
    faults.first = at;
    faults.count = 1000000;  // from here on nothing more reaches the disk
    base::set_disk_faults(faults);
    did_end = true;
    try {
      update();
    } catch (const base::Error&) {
      did_end = false;
    }
    base::set_disk_faults({});
    SiteChange change;
    base::Progress silent;
    recover_site(place(), change, silent);
    EXPECT_TRUE(has(before_) || has(now_)) << "call " << at;
    EXPECT_EQ(base::list_folder(scratch_ / "case"), std::vector<std::string>{"site"})
        << "call " << at;
  }
  EXPECT_TRUE(did_end);
  EXPECT_TRUE(has(now_));
}

}  // namespace
}  // namespace sanaq::publish
