#include "sanaq/base/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::base {
namespace {

Kind kind_of(auto&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "it must throw";
  return Kind::bug;
}

}  // namespace

TEST(Files, WhatWasWrittenIsRead) {
  const help::Scratch scratch;
  write_file_whole(scratch / "a.txt", std::string("one\0two", 7));
  EXPECT_EQ(read_file(scratch / "a.txt"), std::string("one\0two", 7));
  EXPECT_EQ(list_folder(scratch.path()), std::vector<std::string>{"a.txt"});
}

// Excel saves over a file while it is read here: the process must not end.
TEST(Files, AFileThatIsCutWhileItIsOpenKeepsItsBytes) {
  const help::Scratch scratch;
  const std::string path = scratch.write("a", std::string(1 << 20, 'a'));
  const MappedFile file(path);
  std::filesystem::resize_file(path, 0);
  EXPECT_EQ(file.bytes(), std::string(1 << 20, 'a'));
}

TEST(Files, AnEmptyFileHasNoBytes) {
  const help::Scratch scratch;
  EXPECT_EQ(MappedFile(scratch.write("empty", "")).bytes(), "");
}

TEST(Files, AMissingFileIsNotFoundAndAFolderIsBadInput) {
  const help::Scratch scratch;
  EXPECT_EQ(kind_of([&] { (void)read_file(scratch / "nothing"); }), Kind::not_found);
  EXPECT_EQ(kind_of([&] { (void)read_file(scratch.path()); }), Kind::bad_input);
}

TEST(Files, AFullDiskLeavesNothingHalfWritten) {
  EXPECT_EQ(kind_of([] { write_file_whole("/dev/full/x", "bytes"); }), Kind::io);
  const help::Scratch scratch;
  EXPECT_EQ(kind_of([&] { write_file_whole(scratch / "no/such/folder.txt", "bytes"); }),
            Kind::not_found);
  EXPECT_TRUE(list_folder(scratch.path()).empty());
}

TEST(Files, APipeIsRefusedAndNotWaitedFor) {
  const help::Scratch scratch;
  ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
  for (const std::string& path : {scratch / "pipe", std::string("/dev/zero")}) {
    EXPECT_EQ(kind_of([&] { (void)read_file(path); }), Kind::bad_input);
    EXPECT_EQ(kind_of([&] { (void)sha256_of_file(path); }), Kind::bad_input);
  }
}

TEST(PortableFileName, IsValidOnNtfs) {
  EXPECT_EQ(portable_file_name("a:b*c?.csv"), "a_b_c_.csv");
  EXPECT_EQ(portable_file_name("con.txt"), "_con.txt");
  EXPECT_EQ(portable_file_name("COM1"), "_COM1");
  EXPECT_EQ(portable_file_name("ends. "), "ends._");
  EXPECT_EQ(portable_file_name(""), "_");
  EXPECT_EQ(portable_file_name("санақ.csv"), "санақ.csv");
}

TEST(Files, PathsArePutTogetherAndTakenApartAsTheStandardDoes) {
  namespace fs = std::filesystem;
  const std::vector<std::string> parts = {"",   "a",    "/",   "/a",    "a/",     "a/b",
                                          "//", "a//b", "a/.", "a/b//", "/a/b.c", "../a"};
  for (const std::string& one : parts) {
    EXPECT_EQ(parent_folder(one), fs::path(one).parent_path().string()) << one;
    for (const std::string& other : parts)
      EXPECT_EQ(join(one, other), one.empty() ? other : (fs::path(one) / other).string())
          << one << " " << other;
  }
}

TEST(Files, AFolderCountsWhatItLists) {
  const help::Scratch scratch;
  EXPECT_EQ(count_in_folder(scratch.path()), 0U);
  for (const char* path : {"b", ".a", "folder/c"}) scratch.write(path, "");
  EXPECT_EQ(count_in_folder(scratch.path()), 3U);
  EXPECT_EQ(list_folder(scratch.path()), (std::vector<std::string>{".a", "b", "folder"}));
  EXPECT_EQ(kind_of([&] { (void)count_in_folder(scratch / "x"); }), Kind::not_found);
}

TEST(Files, APrivateFileIsItsOwnersAlone) {
  const help::Scratch scratch;
  write_private_file_whole(scratch / "key", "secret");
  EXPECT_EQ(std::filesystem::status(scratch / "key").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  make_private_folder(scratch / "keys");
  EXPECT_EQ(std::filesystem::status(scratch / "keys").permissions(),
            std::filesystem::perms::owner_all);
}

TEST(Files, SizesPathsAndRemovals) {
  const help::Scratch scratch;
  scratch.write("a", "12345");
  EXPECT_EQ(file_size(scratch / "a"), 5);
  EXPECT_EQ(absolute_path(scratch / "x/../a"), absolute_path(scratch.path()) + "/a");
  remove_file(scratch / "a");
  remove_file(scratch / "a");
  EXPECT_FALSE(file_exists(scratch / "a"));
  EXPECT_EQ(kind_of([&] { (void)file_size(scratch / "a"); }), Kind::not_found);
}

}  // namespace sanaq::base
