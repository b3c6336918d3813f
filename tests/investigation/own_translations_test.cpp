#include "sanaq/investigation/own_translations.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::investigation {
namespace {

casefile::Statement said(const std::string& subject, const std::string& property,
                         const std::string& value, const std::string& visibility = "public") {
  casefile::Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  one.visibility = visibility;
  return one;
}

TEST(OwnTranslations, AreReadFromTheFolderOneCatalogueALanguage) {
  help::Scratch scratch;
  EXPECT_TRUE(read_own_translations(scratch.path()).empty());
  scratch.write("translations/ru.po", "msgid \"The strike\"\nmsgstr \"Забастовка\"\n");
  scratch.write("translations/kk.po", "");
  scratch.write("translations/notes.txt", "no catalogue");
  EXPECT_EQ(translation_files(scratch.path()),
            (std::vector<std::string>{"translations/kk.po", "translations/ru.po"}));
  const OwnTranslations all = read_own_translations(scratch.path());
  ASSERT_EQ(all.at("ru").size(), 1U);
  EXPECT_EQ(all.at("ru")[0].forms[0], "Забастовка");
  scratch.write("translations/kk.po", "no catalogue\n");
  EXPECT_THROW((void)read_own_translations(scratch.path()), base::Error);
}

TEST(OwnTranslations, WordsAreTextsAndNamesReferencesAndCodesAreNot) {
  settings::Config config;
  config.title = "An invented town";
  config.lists.resize(2);
  config.lists[0].name = "hospital";
  config.lists[0].has_own_name = true;
  config.lists[1].name = "SENTINEL-file";
  config.lists[1].has_own_name = false;
  std::vector<casefile::Statement> all = {
      said("event:strike", "title", "The strike"),
      said("event:strike", "type", "strike"),
      said("event:strike", "start", "2003-06"),
      said("event:strike", "place", "Square 9"),
      said("event:rally", "caused_by", "strike"),
      said("event:rally", "title", "The strike"),
      said("event:rally", "outcome", "SENTINEL-closed", "restricted"),
      said("person:x", "name", "SENTINEL Asan"),
      said("event:rally", "place", "9")};
  all.push_back(said("event:rally", "title", "Митинг"));
  all.back().language = "ru";
  std::vector<std::string> texts;
  for (const base::PoEntry& text : own_texts(config, all)) texts.push_back(text.id);
  EXPECT_EQ(texts,
            (std::vector<std::string>{"An invented town", "hospital", "The strike", "Square 9"}));
}

}  // namespace
}  // namespace sanaq::investigation
