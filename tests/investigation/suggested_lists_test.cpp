#include "sanaq/investigation/suggested_lists.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/new_investigation.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"

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
  base::write_file_whole(base::join(folder_, std::string(settings::settings_file)),
                         "title = \"\"\n");
  const Suggestion suggestion = suggest_lists(folder_, catalog_, progress_);
  EXPECT_FALSE(suggestion.counts_something);
  const settings::Config config = settings::parse_config(suggestion.toml, "suggested");
  ASSERT_EQ(config.lists.size(), 2U);
  EXPECT_EQ(config.lists[0].file, "morgue \"2011\".csv");
  EXPECT_EQ(config.lists[0].columns.at("name"), "ФИО");
  EXPECT_EQ(config.lists[1].columns.at("name"), "Сведения");
  EXPECT_NE(suggestion.toml.find("# picture.csv"), std::string::npos);
  EXPECT_TRUE(base::file_exists(base::join(folder_, std::string(suggested_file))));
}

// Whatever a warning or an advice says is to be written stands behind two blanks, and is TOML.
TEST_F(SuggestedLists, LinesToPasteAreToml) {
  const std::vector<std::string> lists = {
      "Сведения \"о\" лице;Сколько;Пол?\nТасов Болат;30;м\nКулова Айгуль;41;ж\nСабов Ержан;25;м\n",
      "note,other\nx,y\n",
      "\"ФИО \"\"полностью\"\"\";Возраст;;\"ФИО \"\"полностью\"\"\";Возраст\nТасов Болат;30;;Кулов "
      "Асан;41\nСабов Ержан;25;;Досов Асан;33\n",
      "ФИО;Возраст;Место\nТасов Болат;30;Аксай\nКулов Асан;41;Аксай\nРаненые;;\n"
      "ФИО;Возраст;Место\nСабов Ержан;25;Аксай\nАйгуль;;\n",
      "Тасов Болат;30\nКулов Асан;41\nСабов Ержан;25\n"};
  int pasted = 0;
  for (const std::string& csv : lists) {
    tables::ListSource source;
    source.name = "morgue";
    source.path = "morgue.csv";
    const tables::IngestedList list = tables::ingest_bytes(source, csv, progress_);
    std::vector<std::string> said;
    for (const base::Message& warning : list.warnings) said.push_back(catalog_.say(warning));
    for (const record::BadCell& cell : list.doubtful_cells)
      said.push_back(catalog_.say(cell.advice));
    for (const std::string& sentence : said) {
      const std::size_t at = sentence.find(":  ");
      if (at == std::string::npos) continue;
      ++pasted;
      const std::string toml = "[[list]]\nfile = \"a.csv\"\n" + sentence.substr(at + 3) + "\n";
      EXPECT_NO_THROW((void)settings::parse_config(toml, sentence)) << sentence;
    }
  }
  EXPECT_GE(pasted, 8);
}

TEST_F(SuggestedLists, AreCommentsInTheSettingsOfANewInvestigation) {
  put("morgue.csv", "name,age\nA. Kulov,30\n");
  new_investigation(folder_, "en");
  const std::string text =
      base::read_file(base::join(folder_, std::string(settings::settings_file)));
  EXPECT_TRUE(settings::parse_config(text, "new").lists.empty());
  EXPECT_NE(text.find("# file = \"morgue.csv\""), std::string::npos);
}

TEST_F(SuggestedLists, AListThatIsNamedIsNotSuggested) {
  put("morgue.csv", "name,age\nA. Kulov,30\n");
  base::write_file_whole(base::join(folder_, std::string(settings::settings_file)),
                         "[[list]]\nfile = \"morgue.csv\"\n");
  EXPECT_TRUE(suggest_lists(folder_, catalog_, progress_).toml.empty());
}

}  // namespace
}  // namespace sanaq::investigation
