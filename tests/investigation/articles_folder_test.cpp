#include "sanaq/investigation/articles_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"

namespace sanaq::investigation {
namespace {

constexpr const char* text = "---\ntitle: x\nvisibility: public\n---\ny\n";

}  // namespace

TEST(ArticlesFolder, WithoutOneThereIsNothing) {
  const help::Scratch scratch;
  const ArticlesFolder found = read_articles(scratch.path());
  EXPECT_TRUE(found.articles.empty() && found.warnings.empty() && found.digest.empty());
}

TEST(ArticlesFolder, ReadsArticlesAndTellsWhatIsNone) {
  const help::Scratch scratch;
  std::filesystem::create_directories(scratch / "articles/files");
  std::filesystem::create_directories(scratch / "articles/old");
  scratch.write("articles/b.en.md", text);
  scratch.write("articles/a.ru.md", text);
  scratch.write("articles/.hidden.md", text);
  scratch.write("articles/a.ru.md~", text);
  scratch.write("articles/notes.docx", "x");
  scratch.write("articles/old/c.en.md", text);
  scratch.write("articles/files/c.en.md", "a file to be shown");
  const ArticlesFolder found = read_articles(scratch.path());
  ASSERT_EQ(found.articles.size(), 2u);
  EXPECT_EQ(found.articles[0].file, "articles/a.ru.md");
  EXPECT_EQ(found.warnings.size(), 2u);  // the document, and what lies too deep
}

TEST(ArticlesFolder, TheDigestChangesWithAnyByteThatAnArticleShows) {
  const help::Scratch scratch;
  std::filesystem::create_directories(scratch / "articles/files");
  scratch.write("articles/a.en.md", text);
  const std::string before = read_articles(scratch.path()).digest;
  scratch.write("articles/files/p.jpg", "1");
  const std::string with_file = read_articles(scratch.path()).digest;
  scratch.write("articles/files/p.jpg", "2");
  EXPECT_NE(before, with_file);
  EXPECT_NE(with_file, read_articles(scratch.path()).digest);
}

TEST(ArticlesFolder, LinksAreNotFollowed) {
  const help::Scratch scratch;
  std::filesystem::create_directories(scratch / "articles");
  const std::string outside = scratch.write("secret.md", text);
  std::filesystem::create_symlink(outside, scratch / "articles/a.en.md");
  const ArticlesFolder found = read_articles(scratch.path());
  EXPECT_TRUE(found.articles.empty());
  EXPECT_EQ(found.warnings.size(), 1u);
}

}  // namespace sanaq::investigation
