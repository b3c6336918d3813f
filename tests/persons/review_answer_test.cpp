#include "sanaq/persons/review_answer.h"

#include <gtest/gtest.h>

#include "sanaq/base/catalog.h"

namespace sanaq::persons {

TEST(ReviewAnswer, RowsThatAreNobodyHaveAWordInEachLanguage) {
  for (const char* word : {"no person", "No_Person.", "не человек", "адам емес"})
    EXPECT_EQ(read_answer(word), Answer::no_person) << word;
  for (const char* language : {"en", "ru", "kk", "de"})
    EXPECT_EQ(read_answer(no_person_word(language)), Answer::no_person) << language;
}

TEST(ReviewAnswer, EveryWordThatIsOfferedIsReadInEveryLanguage) {
  for (const std::string& language : base::Catalog::languages()) {
    const std::vector<std::string> words = answers_offered(language);
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(read_answer(words[0]), Answer::same) << language;
    EXPECT_EQ(read_answer(words[1]), Answer::different) << language;
    EXPECT_EQ(read_answer(words[2]), Answer::unsure) << language;
    EXPECT_EQ(read_answer(words[3]), Answer::out_of_scope) << language;
    EXPECT_EQ(answers_offered(language) == answers_offered("en"), language == "en");
  }
}

TEST(ReviewAnswer, CapitalsDotsAndDashesDoNotCount) {
  EXPECT_EQ(read_answer(" Same. "), Answer::same);
  EXPECT_EQ(read_answer("DIFFERENT!"), Answer::different);
  EXPECT_EQ(read_answer("out-of-scope"), Answer::out_of_scope);
  EXPECT_EQ(read_answer("out_of_scope"), Answer::out_of_scope);
  EXPECT_EQ(read_answer("Тот же"), Answer::same);
  EXPECT_EQ(read_answer("Вне рамок подсчёта"), Answer::out_of_scope);
  EXPECT_EQ(read_answer("Әртүрлі"), Answer::different);
  EXPECT_EQ(read_answer("?"), Answer::unsure);
}

TEST(ReviewAnswer, LettersThatARussianExcelLostAreGuessedWhereOnlyOneWordFits) {
  EXPECT_EQ(read_answer("?рт?рлі"), Answer::different);
  EXPECT_EQ(read_answer("?ртүрлі"), Answer::different);
  EXPECT_EQ(read_answer("сана??а кірмейді"), Answer::out_of_scope);
  EXPECT_EQ(read_answer("б?лек"), Answer::different);
  EXPECT_EQ(read_answer("same?"), std::nullopt);  // a word and a doubt
}

TEST(ReviewAnswer, OutOfScopeMaySpeakOfOneRowAlone) {
  EXPECT_EQ(read_answer("out of scope 1"), Answer::first_out_of_scope);
  EXPECT_EQ(read_answer("вне рамок 2"), Answer::second_out_of_scope);
  EXPECT_EQ(read_answer("same 2"), std::nullopt);
}

TEST(ReviewAnswer, AnyOtherWordIsNone) {
  for (const char* word : {"", " ", "yes", "perhaps", "samesame", "samme", "3", "да", "иә", "не"})
    EXPECT_EQ(read_answer(word), std::nullopt) << word;
}

}  // namespace sanaq::persons
