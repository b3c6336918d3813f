#include "sanaq/base/moves.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

namespace fs = std::filesystem;

TEST(Moves, NothingIsReplaced) {
  const help::Scratch scratch;
  scratch.write("a", "one");
  scratch.write("b", "two");
  EXPECT_THROW(move_new(scratch / "a", scratch / "b"), Error);
  EXPECT_EQ(read_file(scratch / "b"), "two");
  move_new(scratch / "a", scratch / "c");
  EXPECT_EQ(read_file(scratch / "c"), "one");
  EXPECT_FALSE(file_exists(scratch / "a"));
}

TEST(Moves, ALinkMovesAndWhatItLeadsToDoesNot) {
  const help::Scratch scratch;
  scratch.write("thesis", "mine");
  fs::create_symlink(scratch / "thesis", scratch / "link");
  move_new(scratch / "link", scratch / "moved");
  EXPECT_EQ(path_kind(scratch / "moved"), PathKind::link);
  EXPECT_EQ(read_file(scratch / "thesis"), "mine");
}

// /dev/shm is a disk of its own on every Linux that has it.
TEST(Moves, ToAnotherDiskAWholeTreeIsCopiedFirst) {
  const help::Scratch scratch;
  const std::string other = "/dev/shm/sanaq-moves-" + std::to_string(process_id());
  if (!folder_exists("/dev/shm")) GTEST_SKIP() << "there is no second disk here";
  scratch.write("tree/a", "one");
  scratch.write("tree/deep/b", "two");
  fs::create_symlink("/nowhere", scratch / "tree/link");
  ASSERT_EQ(::mkfifo((scratch / "tree/pipe").c_str(), 0600), 0);
  move_new(scratch / "tree", other);
  EXPECT_EQ(read_file(other + "/a") + read_file(other + "/deep/b"), "onetwo");
  EXPECT_EQ(path_kind(other + "/link"), PathKind::link);
  EXPECT_EQ(path_kind(other + "/pipe"), PathKind::other);
  EXPECT_EQ(path_kind(scratch / "tree"), PathKind::nothing);
  fs::remove_all(other);
}

TEST(Moves, TwoFoldersChangePlaces) {
  const help::Scratch scratch;
  scratch.write("old/a", "old");
  scratch.write("new/a", "new");
  if (!exchange_folders(scratch / "old", scratch / "new")) GTEST_SKIP() << "this disk cannot";
  EXPECT_EQ(read_file(scratch / "old/a"), "new");
  EXPECT_EQ(read_file(scratch / "new/a"), "old");
}

TEST(Moves, AFolderGoesOnlyWhenItIsEmpty) {
  const help::Scratch scratch;
  scratch.write("full/a", "");
  fs::create_directory(scratch / "empty");
  fs::create_symlink(scratch / "empty", scratch / "link");
  EXPECT_FALSE(remove_folder_if_empty(scratch / "full"));
  EXPECT_FALSE(remove_folder_if_empty(scratch / "link"));
  EXPECT_TRUE(remove_folder_if_empty(scratch / "empty"));
  EXPECT_FALSE(remove_folder_if_empty(scratch / "empty"));
}

TEST(Moves, AsideNothingIsOverwritten) {
  const help::Scratch scratch;
  const std::string day = ".sanaq/aside/" + today() + "/site/";
  for (const std::string& expected : {day + "a.html", day + "a-2.html", day + "a-3.html"}) {
    scratch.write("case/site/a.html", expected);
    EXPECT_EQ(move_aside(scratch / "case", scratch / "case/site/a.html", "site/a.html"), expected);
    EXPECT_EQ(read_file(scratch / ("case/" + expected)), expected);
  }
}

TEST(Moves, AsideThroughALinkIsRefused) {
  const help::Scratch scratch;
  scratch.write("case/site/a.html", "a");
  scratch.write("elsewhere/b", "b");
  fs::create_symlink(scratch / "elsewhere", scratch / "case/.sanaq");
  EXPECT_THROW((void)move_aside(scratch / "case", scratch / "case/site/a.html", "site/a.html"),
               Error);
  EXPECT_EQ(list_folder(scratch / "elsewhere"), std::vector<std::string>{"b"});
  EXPECT_EQ(read_file(scratch / "case/site/a.html"), "a");
}

}  // namespace
}  // namespace sanaq::base
