#include "sanaq/publish/site_times.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

using base::FileTime;

class SiteTimes : public testing::Test {
 protected:
  SiteMark write(const std::string& folder, const std::map<std::string, std::string>& files) {
    SiteMark mark;
    for (const auto& [path, bytes] : files) {
      scratch_.write(folder + "/" + path, bytes);
      mark.files.set(path, base::sha256_hex(bytes));
    }
    scratch_.write(folder + "/" + mark_file, mark_text(mark));
    return mark;
  }
  // Of the site in "made", beside one in "site".
  void set_times(const SiteMark& now, const SiteMark* before) {
    std::vector<std::string> written;
    for (const auto& [path, hash] : now.files) written.emplace_back(path);
    set_file_times(scratch_ / "made", written, now, {scratch_ / "site", before}, "2026-11-24");
  }
  [[nodiscard]] FileTime of(const std::string& path) const {
    return base::file_time(scratch_ / path).value();
  }
  help::Scratch scratch_;
  FileTime day_ = base::start_of_day("2026-11-24").value();
};

TEST_F(SiteTimes, AFirstSiteHasTheDayAndNoMoment) {
  const SiteMark mark = write("made", {{"index.html", "a"}, {"ru/index.html", "b"}});
  set_times(mark, nullptr);
  set_folder_times(scratch_ / "made", mark, stamps_of(scratch_ / "made", mark));
  for (const char* path : {"made", "made/ru", "made/index.html", "made/ru/index.html"})
    EXPECT_EQ(of(path), day_) << path;
  EXPECT_EQ(of(std::string("made/") + mark_file), day_);
}

TEST_F(SiteTimes, WhatIsUnchangedKeepsItsTimeAndEveryChangeIsLater) {
  const SiteMark before =
      write("site", {{"same", "a"}, {"older", "b"}, {"today", "c"}, {"gone", "d"}});
  base::set_file_time(scratch_ / "site/same", {1'000'000'000, 7});
  base::set_file_time(scratch_ / "site/older", {1'000'000'000, 0});
  base::set_file_time(scratch_ / "site/today", {day_.seconds, 0});
  base::set_file_time(scratch_ / ("site/" + std::string(mark_file)), {day_.seconds + 5, 900});
  const SiteMark now = write("made", {{"same", "a"}, {"older", "B"}, {"today", "C"}, {"new", "e"}});
  set_times(now, &before);
  EXPECT_EQ(of("made/same"), (FileTime{1'000'000'000, 7}));
  EXPECT_EQ(of("made/older"), day_);
  EXPECT_EQ(of("made/today"), (FileTime{day_.seconds + 1, 0}));
  EXPECT_EQ(of("made/new"), day_);
  EXPECT_EQ(of(std::string("made/") + mark_file), (FileTime{day_.seconds + 6, 0}));
}

// Somebody else's folder says nothing about what was published.
TEST_F(SiteTimes, AFolderWithoutAMarkIsNotAskedForTimes) {
  scratch_.write("site/same", "a");
  base::set_file_time(scratch_ / "site/same", {day_.seconds + 50, 0});
  const SiteMark now = write("made", {{"same", "a"}});
  set_times(now, nullptr);
  EXPECT_EQ(of("made/same"), day_);
}

TEST_F(SiteTimes, AFolderHasTheTimeOfTheNewestThatIsBelowIt) {
  const SiteMark mark =
      write("made", {{"a/b/one", "1"}, {"a/two", "2"}, {"c/three", "3"}, {"d", "4"}});
  const auto set = [&](const char* path, std::int64_t seconds) {
    base::set_file_time(scratch_ / ("made/" + std::string(path)), {seconds, 5});
  };
  set("a/b/one", 2'000'000'000);
  set("a/two", 1'000'000'000);
  set("c/three", 1'500'000'000);
  set("d", 1'000'000'000);
  set(mark_file, 1'000'000'000);
  set_folder_times(scratch_ / "made", mark, stamps_of(scratch_ / "made", mark));
  EXPECT_EQ(of("made/a/b"), (FileTime{2'000'000'000, 5}));
  EXPECT_EQ(of("made/a"), (FileTime{2'000'000'000, 5}));
  EXPECT_EQ(of("made/c"), (FileTime{1'500'000'000, 5}));
  EXPECT_EQ(of("made"), (FileTime{2'000'000'000, 5}));
}

}  // namespace
}  // namespace sanaq::publish
