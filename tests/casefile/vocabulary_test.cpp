#include "sanaq/casefile/vocabulary.h"

#include <gtest/gtest.h>

#include <set>

#include "sanaq/text/fold.h"

namespace sanaq::casefile {

TEST(Vocabulary, EveryCodeHasALabelOfItsOwnInEachLanguage) {
  const Vocabulary words;
  std::set<std::pair<std::string, std::string>> codes;
  for (int language = 0; language < 3; ++language) {
    std::set<std::pair<std::string, std::string>> labels;
    for (const Term& term : words.terms()) {
      const std::string& label = term.labels[static_cast<std::size_t>(language)];
      EXPECT_FALSE(label.empty()) << term.table << term.code;
      EXPECT_TRUE(labels.emplace(term.table, text::fold(label)).second) << term.table << label;
      if (language == 0) {
        EXPECT_TRUE(codes.emplace(term.table, term.code).second) << term.table << term.code;
      }
    }
  }
}

// A Russian set in circulation has these two swapped.
TEST(Vocabulary, LikelyIsLikelyAndUnlikelyUnlikelyInEachLanguage) {
  const Vocabulary words;
  EXPECT_EQ(words.label("MT41", "04", "en"), "likely");
  EXPECT_EQ(words.label("MT41", "02", "en"), "unlikely");
  EXPECT_EQ(words.label("MT41", "04", "ru"), "вероятно");
  EXPECT_EQ(words.label("MT41", "02", "ru"), "маловероятно");
  EXPECT_EQ(words.label("MT41", "04", "kk"), "ықтимал");
  EXPECT_EQ(words.label("MT41", "02", "kk"), "екіталай");
  EXPECT_EQ(words.read("MT41", "вероятно").value(), "04");
  EXPECT_EQ(words.read("MT41", "Маловероятно").value(), "02");
}

TEST(Vocabulary, AnEstimateIsNotEstablishedAndALawyerNotHumanitarianAndPresenceNoConsent) {
  const Vocabulary words;
  EXPECT_EQ(words.label("MT48", "01", "en"), "estimate");
  EXPECT_EQ(words.label("MT48", "01", "ru").find("установлен"), std::string::npos);
  EXPECT_NE(words.label("MT4", "350109", "ru").find("адвокат"), std::string::npos);
  EXPECT_EQ(words.label("MT4", "350109", "ru").find("гуманитар"), std::string::npos);
  EXPECT_EQ(words.label("MT18", "0104", "ru"), "присутствовал");
  EXPECT_EQ(words.label("MT18", "0104", "ru").find("соглас"), std::string::npos);
}

TEST(Vocabulary, ReadsTheCodesThatASpreadsheetHasSpoilt) {
  const Vocabulary words;
  EXPECT_EQ(words.read("MT4", "1010501").value(), "01010501");
  EXPECT_EQ(words.read("MT4", "020101000000").value(), "020101");
  EXPECT_EQ(words.read("MT4", "3001040301").value(), "3001040301");
  EXPECT_EQ(words.read("MT42", "1").value(), "01");
  EXPECT_EQ(words.read("MT18", "6").value(), "06");
  EXPECT_EQ(words.read("MT4", "torture").value(), "02011111");
}

TEST(Vocabulary, AWrongCodeIsReportedWithTheNearestAndNotGuessed) {
  const Vocabulary words;
  EXPECT_FALSE(words.read("MT42", "10"));
  EXPECT_FALSE(words.read("MT41", "05"));
  EXPECT_FALSE(words.read("MT4", "0101"));  // a code of MT5
  const auto torutre = words.read("MT4", "torutre");
  ASSERT_FALSE(torutre);
  EXPECT_NE(torutre.error().advice.english().find("02011111 torture"), std::string::npos);
}

TEST(Vocabulary, ClosedListsAcceptTheirLabelsInThreeLanguages) {
  const Vocabulary words;
  for (const Term& term : words.terms()) {
    for (const std::string& label : term.labels)
      EXPECT_EQ(words.read(term.table, label).value_or("none"), term.code) << term.table << label;
  }
  EXPECT_EQ(words.read("VERDICT", "лишена свободы").value(), "jailed");
  EXPECT_EQ(words.read("MT25", "Ранена").value(), "0102");
  EXPECT_EQ(words.read("VERDICT", "Осужденa").has_value(), false);  // a Latin a
}

TEST(Vocabulary, AShortListIsListedInTheLanguageOfTheReader) {
  Vocabulary words;
  const auto problem = [&](const char* language) {
    words.speak(language);
    return words.read("DEMAND", "zzzzzzzz").error();
  };
  EXPECT_EQ(problem("en").advice.arguments,
            std::vector<std::string>{"open, answered, met, refused"});
  EXPECT_EQ(problem("ru").advice.arguments,
            std::vector<std::string>{"открыто, дан ответ, выполнено, отказано"});
  EXPECT_EQ(problem("kk").advice.arguments[0].substr(0, 8), "ашық");
  EXPECT_EQ(problem("ru").reason.arguments, std::vector<std::string>{"состояние требования"});
  words.speak("ru");
  EXPECT_NE(words.read("MT4", "пыткаа").error().advice.english().find("02011111 пытка"),
            std::string::npos);
}

// A word more, or a label moved, would open what somebody closed.
TEST(Vocabulary, TheWordsOfVisibilityAreFixed) {
  Vocabulary vocabulary;
  EXPECT_FALSE(vocabulary.add({"VISIBILITY", "open", {"open", "", ""}}));
  EXPECT_FALSE(vocabulary.add({"VISIBILITY", "public", {"", "закрыто", ""}}));
  EXPECT_FALSE(vocabulary.add({"Visibility", "sealed", {"", "", ""}}));
  EXPECT_EQ(vocabulary.label("VISIBILITY", "public", "ru"), "открыто для всех");
}

TEST(Vocabulary, AnInvestigationAddsCodesButMaySwapNoLabel) {
  Vocabulary words;
  EXPECT_TRUE(words.add({"MT5", "030199", {"dragging", "волочение", ""}}));
  EXPECT_EQ(words.read("MT5", "волочение").value(), "030199");
  EXPECT_EQ(words.label("MT5", "030199", "kk"), "dragging");
  EXPECT_TRUE(words.add({"MT41", "04", {"", "скорее всего", ""}}));
  EXPECT_EQ(words.label("MT41", "04", "ru"), "скорее всего");
  EXPECT_EQ(words.label("MT41", "04", "en"), "likely");
  EXPECT_FALSE(words.add({"MT41", "02", {"", "возможно", ""}}));
  EXPECT_FALSE(words.add({"", "02", {}}));
}

}  // namespace sanaq::casefile
