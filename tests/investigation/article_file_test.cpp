#include "sanaq/investigation/article_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "evidence/made_files.h"
#include "help/scratch.h"

namespace sanaq::investigation {
namespace {

class ArticleFileTest : public testing::Test {
 protected:
  ArticleFileTest() { std::filesystem::create_directories(scratch_ / "articles/files"); }
  base::Result<CleanFile> cleaned(const std::string& name, const std::string& bytes) {
    scratch_.write("articles/files/" + name, bytes);
    return clean_article_file(scratch_.path(), name);
  }
  help::Scratch scratch_;
};

TEST_F(ArticleFileTest, APictureSaysNothingOfWhoeverTookIt) {
  const auto file = cleaned("photo.png.exe", evidence::photo_jpeg());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->ending, ".jpg");  // by its bytes
  EXPECT_TRUE(file->is_picture);
  for (const char* word : {"Inventova", "INV-000123", "Inventcam", "GPS"})
    EXPECT_EQ(file->bytes.find(word), std::string::npos) << word;
}

TEST_F(ArticleFileTest, WhatCannotBeCleanedDoesNotLeave) {
  EXPECT_FALSE(cleaned("a.svg", "<svg onload=\"alert(1)\"/>"));
  EXPECT_FALSE(cleaned("a.jpg", "no picture"));
}

TEST_F(ArticleFileTest, OnlyFilesOfTheFolderItselfAreRead) {
  scratch_.write("secret.jpg", evidence::bare_jpeg());
  std::filesystem::create_symlink(scratch_ / "secret.jpg", scratch_ / "articles/files/link.jpg");
  std::filesystem::create_directories(scratch_ / "articles/files/sub");
  for (const char* name : {"../../secret.jpg", "link.jpg", "sub", "", ".", "..", "nothing.jpg",
                           "sub/../../../secret.jpg", "..\\..\\secret.jpg"})
    EXPECT_FALSE(clean_article_file(scratch_.path(), name)) << name;
}

}  // namespace
}  // namespace sanaq::investigation
