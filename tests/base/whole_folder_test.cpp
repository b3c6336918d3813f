#include "sanaq/base/whole_folder.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "help/kill_at.h"
#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

using Names = std::vector<std::string>;

void make_a_folder(const std::string& place) {
  WholeFolder folder(place);
  write_file_whole(join(folder.path(), "new.html"), "new");
  folder.put_in_place();
}

}  // namespace

TEST(WholeFolder, WhatIsBeingFilledIsNotTakenForSomethingLeft) {
  const help::Scratch scratch;
  {
    WholeFolder folder(scratch / "site");
    EXPECT_TRUE(left_beside(scratch / "site").empty());
    folder.finish();
    EXPECT_TRUE(left_beside(scratch / "site").empty());
  }
  // Of an earlier process that had our number.
  std::filesystem::create_directory(scratch / ("site.unfinished-" + std::to_string(::getpid())));
  EXPECT_EQ(left_beside(scratch / "site").size(), 1U);
}

// Killed between the move and the removal of the mark.
TEST(WholeFolder, AFolderInItsPlaceLosesItsMarkAndAStrangersFileStays) {
  const help::Scratch scratch;
  const pid_t child = ::fork();
  if (child == 0) {
    WholeFolder folder(scratch / "made");
    write_file_whole(join(folder.path(), "new.html"), "new");
    std::filesystem::rename(folder.path(), scratch / "made");
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(list_folder(scratch / "made").size(), 2U);
  EXPECT_TRUE(end_in_place(scratch / "made/"));
  EXPECT_EQ(list_folder(scratch / "made"), Names{"new.html"});
  EXPECT_FALSE(end_in_place(scratch / "made"));
  EXPECT_FALSE(end_in_place(scratch / "nothing"));
  scratch.write(std::string("theirs/") + unfinished_mark, "somebody's");
  EXPECT_FALSE(end_in_place(scratch / "theirs"));
  EXPECT_EQ(list_folder(scratch / "theirs"), Names{unfinished_mark});
}

TEST(WholeFolder, AppearsAtOnceInANewPlaceAndInAnEmptyOne) {
  const help::Scratch scratch;
  std::filesystem::create_directory(scratch / "empty");
  for (const char* place : {"new", "empty", "with/parents/"}) {
    WholeFolder folder(scratch / place);
    write_file_whole(join(folder.path(), "new.html"), "new");
    EXPECT_FALSE(file_exists(scratch / (std::string(place) + "/new.html")));
    folder.put_in_place();
    EXPECT_EQ(list_folder(scratch / place), Names{"new.html"});
  }
  EXPECT_EQ(list_folder(scratch.path()), (Names{"empty", "new", "with"}));
}

TEST(WholeFolder, ReplacesNothingThatStandsThere) {
  const help::Scratch scratch;
  scratch.write("thesis/chapter.txt", "mine");
  scratch.write("a-file", "mine");
  std::filesystem::create_symlink(scratch / "nowhere", scratch / "link");
  for (const char* place : {"thesis", "a-file", "link"})
    EXPECT_THROW(make_a_folder(scratch / place), Error) << place;
  EXPECT_EQ(read_file(scratch / "thesis/chapter.txt"), "mine");
  EXPECT_EQ(list_folder(scratch.path()), (Names{"a-file", "link", "thesis"}));
}

TEST(WholeFolder, AbandonedLeavesNothing) {
  const help::Scratch scratch;
  { const WholeFolder folder(scratch / "site/"); }
  EXPECT_TRUE(list_folder(scratch.path()).empty());
}

TEST(WholeFolder, WhateverAKilledProcessLeftIsRemovedByTheNextAndNamed) {
  int killed = 0;
  for (std::int64_t call = 1;; ++call) {
    const help::Scratch scratch;
    if (help::kill_at(call, [&] { make_a_folder(scratch / "site"); }) != help::Ending::killed)
      break;
    ++killed;
    const bool is_there = file_exists(scratch / "site/new.html");
    const std::size_t left = list_folder(scratch.path()).size() - (is_there ? 1 : 0);
    const std::string next = scratch / (is_there ? "other" : "site");
    if (!is_there) {
      const WholeFolder folder(next);
      EXPECT_EQ(folder.removed().size(), left) << call;
    }
    EXPECT_EQ(list_folder(scratch.path()), is_there ? Names{"site"} : Names{}) << call;
  }
  EXPECT_GT(killed, 5);
}

TEST(WholeFolder, AStrangersFolderOfThatLookStays) {
  const help::Scratch scratch;
  scratch.write("site.unfinished-999999999/thesis.txt", "mine");
  scratch.write("site.replaced-999999999/thesis.txt", "mine");
  scratch.write("site.unfinished-copy/thesis.txt", "mine");
  make_a_folder(scratch / "site");
  EXPECT_EQ(list_folder(scratch.path()),
            (Names{"site", "site.replaced-999999999", "site.unfinished-999999999",
                   "site.unfinished-copy"}));
  scratch.write("town.unfinished-" + std::to_string(process_id()) + "/thesis.txt", "mine");
  EXPECT_THROW(make_a_folder(scratch / "town"), Error);
}

TEST(WholeFolder, OfAProcessThatStillRunsNothingIsRemoved) {
  const help::Scratch scratch;
  const pid_t child = ::fork();
  if (child == 0) {
    ::pause();
    ::_exit(0);
  }
  const std::string busy = "site.unfinished-" + std::to_string(child);
  scratch.write(busy + "/" + unfinished_mark, "");
  make_a_folder(scratch / "site");
  EXPECT_TRUE(folder_exists(scratch / busy));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(left_beside(scratch / "site"), Names{scratch / busy});
}

}  // namespace sanaq::base
