#include "sanaq/cli/folder_word.h"

#include <gtest/gtest.h>

#include "help/scratch.h"

namespace sanaq::cli {

TEST(FolderWord, TheFirstWordIsTheFolderWhereItIsOne) {
  const help::Scratch scratch;
  scratch.write("case/investigation.toml", "");
  std::vector<std::string> words = {scratch / "case", "title"};
  EXPECT_EQ(take_folder(words, 2), scratch / "case");
  EXPECT_EQ(words, (std::vector<std::string>{"title"}));
  words = {"title", "A count"};
  EXPECT_EQ(take_folder(words, 2), ".");
  EXPECT_EQ(words.size(), 2U);
  words = {"nowhere", "title", "A count"};
  EXPECT_EQ(take_folder(words, 2), "nowhere");
  words.clear();
  EXPECT_EQ(take_folder(words, 2), ".");
  words = {""};
  EXPECT_EQ(take_folder(words, 2), ".");
}

}  // namespace sanaq::cli
