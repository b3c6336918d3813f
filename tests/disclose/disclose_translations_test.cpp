#include "sanaq/disclose/disclose_translations.h"

#include <gtest/gtest.h>

#include "investigation/invented_outcome.h"
#include "sanaq/base/po_text.h"

namespace sanaq::disclose {
namespace {

TEST(DiscloseTranslations, OnlyWhatAPageMayShowLeavesAndNoGuess) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.title = "An invented town";
  outcome.config.about = "Nobody lived there";
  casefile::Statement closed;
  closed.subject = "event:e";
  closed.property = "title";
  closed.value = "SENTINEL";
  closed.visibility = "restricted";
  outcome.case_file.said = {closed};
  outcome.translations["ru"] = base::read_po(
      "msgid \"An invented town\"\nmsgstr \"Вымышленный город\"\n\n"
      "#, fuzzy\nmsgid \"Nobody lived there\"\nmsgstr \"угадано\"\n\n"
      "msgid \"SENTINEL\"\nmsgstr \"СЕНТИНЕЛЬ\"\n",
      "ru.po");
  outcome.translations["fr"] = {};
  pages::PublicView view;
  view.languages = {"en", "ru"};
  disclose_translations(outcome, view);
  EXPECT_EQ(view.own_texts.language, "en");
  EXPECT_EQ(view.own_texts.translations.at("ru"),
            (std::map<std::string, std::string>{{"An invented town", "Вымышленный город"}}));
  EXPECT_TRUE(view.own_texts.texts.contains("Nobody lived there"));
  EXPECT_FALSE(view.own_texts.texts.contains("SENTINEL"));
  ASSERT_EQ(view.warnings.size(), 1U);
  EXPECT_EQ(view.warnings[0].arguments[0], "fr");
}

}  // namespace
}  // namespace sanaq::disclose
