#include "sanaq/text/known_words.h"

#include <gtest/gtest.h>

#include <sstream>

#include "embedded/sanaq_text.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

std::optional<KnownWords> find(std::string_view phrase) {
  std::vector<std::u32string> keys;
  for (const Word& word : split_words(phrase)) keys.push_back(table_key(word.letters));
  return find_known_words(keys, 0);
}

WordMeaning meaning(std::string_view phrase) {
  const auto known = find(phrase);
  return known ? known->meanings.at(0) : WordMeaning{};
}

bool mean_one_thing(std::string_view left, std::string_view right) {
  return meaning(left).role != WordRole::name && meaning(left).meaning == meaning(right).meaning &&
         meaning(left).role == meaning(right).role;
}

std::string cut(std::string_view word) {
  std::string joined;
  for (const std::u32string& piece : cut_known_words(to_utf32(word))) {
    if (!joined.empty()) joined += '|';
    joined += to_utf8(piece);
  }
  return joined;
}

}  // namespace

TEST(FindKnownWords, FormsAreOneAcrossLanguages) {
  for (const char* form : {"GmbH", "ООО", "Sp. z o.o.", "ТОО", "SARL", "d.o.o.", "有限公司", "Kft",
                           "Limited Liability Company", "ТОВ", "ЖШС"}) {
    EXPECT_EQ(meaning(form).role, WordRole::legal) << form;
  }
  for (const char* form :
       {"Ltd", "GmbH", "ООО", "ТОО", "SARL", "有限公司", "Kft", "LLP",
        "Gesellschaft mit beschränkter Haftung", "Общество с ограниченной ответственностью"})
    EXPECT_TRUE(mean_one_thing("LLC", form)) << form;
  for (const char* form : {"AG", "Aktiengesellschaft", "АО", "Акционерное общество", "Inc", "PLC",
                           "주식회사", "Joint Stock Company", "株式会社", "Oyj"})
    EXPECT_TRUE(mean_one_thing("JSC", form)) << form;
  EXPECT_FALSE(mean_one_thing("LLC", "JSC"));
}

TEST(FindKnownWords, WordsOfOneMeaningAreOneInAnyLanguageAndCase) {
  EXPECT_TRUE(mean_one_thing("Ministry", "министерства"));
  EXPECT_TRUE(mean_one_thing("defense", "обороны"));
  EXPECT_TRUE(mean_one_thing("Bank", "銀行") || mean_one_thing("Bank", "银行"));
  EXPECT_TRUE(mean_one_thing("Kazakhstan", "Қазақстанның"));
  EXPECT_FALSE(mean_one_thing("defence", "finance"));
  EXPECT_FALSE(mean_one_thing("Iran", "Iraq"));
  EXPECT_EQ(meaning("Tengiz").role, WordRole::name);
  EXPECT_EQ(meaning("пятый").meaning, 5);
}

TEST(FindKnownWords, TheLongestPhraseIsTaken) {
  const auto known = find("United States of America Army");
  ASSERT_TRUE(known);
  EXPECT_EQ(known->count, 4U);
  EXPECT_EQ(known->meanings[0].role, WordRole::place);
}

TEST(FindKnownWords, AnAbbreviationMeansItsWords) {
  const auto known = find("Минобороны");
  ASSERT_TRUE(known);
  ASSERT_EQ(known->meanings.size(), 2U);
  EXPECT_EQ(known->meanings[0].meaning, meaning("ministry").meaning);
  EXPECT_EQ(known->meanings[1].meaning, meaning("defence").meaning);
}

// A word that stands under two meanings would mean the one that the table has first.
TEST(FindKnownWords, EveryWordOfTheTablesHasItsOwnRole) {
  int words = 0;
  for (const char* file : {"organisation_words.txt", "country_words.txt"}) {
    std::istringstream lines{std::string(embedded_file(file))};
    std::string line;
    while (std::getline(lines, line)) {
      const std::string role = line.substr(0, line.find(' '));
      if (role == "abbreviation") continue;
      std::istringstream rest{line.substr(line.find(": ") + 2)};
      std::string word;
      while (std::getline(rest, word, ',')) {
        if (word.find('*') != std::string::npos) continue;
        const auto known = find(word);
        ASSERT_TRUE(known) << line.substr(0, 30) << ": " << word;
        const WordRole found = known->meanings[0].role;
        EXPECT_EQ(role == "legal", found == WordRole::legal) << word;
        EXPECT_EQ(role == "place", found == WordRole::place) << word;
        ++words;
      }
    }
  }
  EXPECT_GT(words, 3000);
}

TEST(TableKey, HasNoMarks) {
  EXPECT_EQ(table_key(U"société"), U"societe");
  EXPECT_EQ(table_key(U"spółka"), U"spolka");
  EXPECT_EQ(table_key(U"й"), U"й");
}

TEST(CutKnownWords, CutsWhatIsWrittenWithoutSpaces) {
  EXPECT_EQ(cut("华明技术有限公司"), "华明|技术|有限公司");
  EXPECT_EQ(cut("삼진무역"), "삼진|무역");
  EXPECT_EQ(cut("tengiz"), "tengiz");
  EXPECT_EQ(cut("国防部"), "国防|部");
}

}  // namespace sanaq::text
