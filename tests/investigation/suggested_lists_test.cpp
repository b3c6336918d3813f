#include "sanaq/investigation/suggested_lists.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/new_investigation.h"

namespace sanaq::investigation {
namespace {

class SuggestedLists : public ::testing::Test {
 protected:
  SuggestedLists() : folder_(base::join(scratch_.path(), "count")) {
    base::make_folder(base::join(folder_, "lists"));
  }
  void put(const std::string& file, const std::string& bytes) {
    base::write_file_whole(base::join(base::join(folder_, "lists"), file), bytes);
  }

  help::Scratch scratch_;
  std::string folder_;
  base::Progress progress_;
  base::Catalog catalog_;
};

// What the screen tells to paste is TOML, whatever stands in the headers and the files' names.
TEST_F(SuggestedLists, AreValidTomlThatCountsTheFiles) {
  put("morgue \"2011\".csv",
      "ФИО;\"a \"\"quoted\"\" \\ header\";Возраст\nТасов Болат;x;30\nКулов Асан;y;41\n");
  put("picture.csv", "\x89PNG\r\n\x1A\n");
  put("tasbulak.csv", "Сведения;возраст\nТасов Болат;30\nКулов Асан;41\nСабов Ержан;25\n");
  base::write_file_whole(base::join(folder_, std::string(settings_file)), "title = \"\"\n");
  const Suggestion suggestion = suggest_lists(folder_, catalog_, progress_);
  EXPECT_FALSE(suggestion.counts_something);
  const Config config = parse_config(suggestion.toml, "suggested");
  ASSERT_EQ(config.lists.size(), 2U);
  EXPECT_EQ(config.lists[0].file, "morgue \"2011\".csv");
  EXPECT_EQ(config.lists[0].columns.at("name"), "ФИО");
  EXPECT_EQ(config.lists[1].columns.at("name"), "Сведения");
  EXPECT_NE(suggestion.toml.find("# picture.csv"), std::string::npos);
  EXPECT_TRUE(base::file_exists(base::join(folder_, std::string(suggested_file))));
}

TEST_F(SuggestedLists, AreCommentsInTheSettingsOfANewInvestigation) {
  put("morgue.csv", "name,age\nA. Kulov,30\n");
  new_investigation(folder_, "en");
  const std::string text = base::read_file(base::join(folder_, std::string(settings_file)));
  EXPECT_TRUE(parse_config(text, "new").lists.empty());
  EXPECT_NE(text.find("# file = \"morgue.csv\""), std::string::npos);
}

TEST_F(SuggestedLists, AListThatIsNamedIsNotSuggested) {
  put("morgue.csv", "name,age\nA. Kulov,30\n");
  base::write_file_whole(base::join(folder_, std::string(settings_file)),
                         "[[list]]\nfile = \"morgue.csv\"\n");
  EXPECT_TRUE(suggest_lists(folder_, catalog_, progress_).toml.empty());
}

}  // namespace
}  // namespace sanaq::investigation
