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
      mark.files[path] = base::sha256_hex(bytes);
    }
    scratch_.write(folder + "/" + mark_file, mark_text(mark));
    return mark;
  }
  [[nodiscard]] FileTime of(const std::string& path) const {
    return base::file_time(scratch_ / path).value();
  }
  help::Scratch scratch_;
  FileTime day_ = base::start_of_day("2026-11-24").value();
};

TEST_F(SiteTimes, AFirstSiteHasTheDayAndNoMoment) {
  const SiteMark mark = write("made", {{"index.html", "a"}, {"ru/index.html", "b"}});
  set_file_times(scratch_ / "made", mark, scratch_ / "site", "2026-11-24");
  set_folder_times(scratch_ / "made", mark);
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
  set_file_times(scratch_ / "made", now, scratch_ / "site", "2026-11-24");
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
  set_file_times(scratch_ / "made", now, scratch_ / "site", "2026-11-24");
  EXPECT_EQ(of("made/same"), day_);
}

}  // namespace
}  // namespace sanaq::publish
