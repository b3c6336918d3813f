#include "sanaq/base/path_kind.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

namespace fs = std::filesystem;

TEST(PathKind, ALinkIsALinkWhateverItLeadsTo) {
  const help::Scratch scratch;
  scratch.write("file", "");
  fs::create_directory(scratch / "folder");
  fs::create_symlink(scratch / "file", scratch / "to-file");
  fs::create_symlink(scratch / "folder", scratch / "to-folder");
  fs::create_symlink(scratch / "nowhere", scratch / "to-nothing");
  ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(path_kind(scratch / "file"), PathKind::file);
  EXPECT_EQ(path_kind(scratch / "folder"), PathKind::folder);
  for (const char* link : {"to-file", "to-folder", "to-nothing"})
    EXPECT_EQ(path_kind(scratch / link), PathKind::link) << link;
  EXPECT_EQ(path_kind(scratch / "pipe"), PathKind::other);
  EXPECT_EQ(path_kind(scratch / "nowhere"), PathKind::nothing);
  EXPECT_EQ(path_kind(scratch / "file/below"), PathKind::nothing);
}

TEST(PathKind, AHardLinkIsTheSameFile) {
  const help::Scratch scratch;
  scratch.write("a", "1");
  scratch.write("b", "1");
  fs::create_hard_link(scratch / "a", scratch / "again");
  EXPECT_TRUE(is_same_file(scratch / "a", scratch / "again"));
  EXPECT_FALSE(is_same_file(scratch / "a", scratch / "b"));
  EXPECT_FALSE(is_same_file(scratch / "a", scratch / "nothing"));
  EXPECT_FALSE(is_same_file(scratch / "nothing", scratch / "nothing"));
}

TEST(PathKind, ABeginningIsReadOfRegularFilesAlone) {
  const help::Scratch scratch;
  scratch.write("a", "list,record,person");
  fs::create_symlink(scratch / "a", scratch / "link");
  ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(beginning_of(scratch / "a", 4), "list");
  EXPECT_EQ(beginning_of(scratch / "a", 400), "list,record,person");
  for (const char* other : {"link", "pipe", "nothing"})
    EXPECT_EQ(beginning_of(scratch / other, 4), "") << other;
}

TEST(PathKind, APipeIsRefusedAlsoThroughALink) {
  const help::Scratch scratch;
  ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
  fs::create_symlink(scratch / "pipe", scratch / "link");
  EXPECT_THROW(expect_no_pipe(scratch / "pipe"), Error);
  EXPECT_THROW(expect_no_pipe(scratch / "link"), Error);
  EXPECT_THROW(expect_no_pipe("/dev/null"), Error);
  EXPECT_NO_THROW(expect_no_pipe(scratch.path()));
  EXPECT_NO_THROW(expect_no_pipe(scratch / "nothing"));
}

}  // namespace
}  // namespace sanaq::base
