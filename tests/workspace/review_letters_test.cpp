#include "sanaq/workspace/review_letters.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace sanaq::workspace {
namespace {

std::string marked(const std::vector<Letters>& letters) {
  std::string text;
  for (const Letters& one : letters) text += one.differs ? "[" + one.text + "]" : one.text;
  return text;
}

std::string plain(const std::vector<Letters>& letters) {
  std::string text;
  for (const Letters& one : letters) text += one.text;
  return text;
}

}  // namespace

TEST(ReviewLetters, LettersThatOneWordHasAndTheOtherHasNotAreMarked) {
  const TwoWords words = compared_letters("Cheryomukhina", "Cheremuhina");
  EXPECT_EQ(marked(words.left), "Cher[yo]mu[k]hina");
  EXPECT_EQ(marked(words.right), "Cher[e]muhina");
  EXPECT_EQ(marked(compared_letters("ТАСОВ", "Тасов").left), "ТАСОВ") << "whatever the case";
  EXPECT_EQ(marked(compared_letters("", "Аман").right), "[Аман]");
  EXPECT_TRUE(compared_letters("", "").left.empty());
}

RC_GTEST_PROP(ReviewLetters, NoLetterIsLostAndWhatIsNotMarkedIsTheSame,
              (const std::vector<bool>& one, const std::vector<bool>& other)) {
  const auto word = [](const std::vector<bool>& bits) {
    std::string text;
    for (const bool bit : bits) text += bit ? "ы" : "b";
    return text;
  };
  const TwoWords words = compared_letters(word(one), word(other));
  RC_ASSERT(plain(words.left) == word(one));
  RC_ASSERT(plain(words.right) == word(other));
  const auto common = [](const std::vector<Letters>& letters) {
    std::string text;
    for (const Letters& stretch : letters) text += stretch.differs ? "" : stretch.text;
    return text;
  };
  RC_ASSERT(common(words.left) == common(words.right));
}

TEST(ReviewLetters, AnEndlessWordIsNotCut) {
  const std::string endless(100'000, 'a');
  const TwoWords words = compared_letters(endless, endless + "b");
  ASSERT_EQ(words.left.size(), 1U);
  EXPECT_TRUE(words.left[0].differs);
}

TEST(ReviewLetters, NamesAreHeldAgainstEachOtherPartByPart) {
  const draw::Voice english("en");
  const auto rows = names_by_part({"Tanbaev Aibar", "Aibar Tanbayev"}, english);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].parts[0].text, "Tanbaev");
  EXPECT_EQ(rows[0].parts[1].text, "Tanbayev");
  EXPECT_EQ(marked(rows[0].parts[1].letters), "Tanba[y]ev");
  EXPECT_EQ(rows[0].likeness, Likeness::near);
  EXPECT_EQ(rows[1].parts[0].text, "Aibar");
  EXPECT_EQ(rows[1].likeness, Likeness::same);
  EXPECT_EQ(rows[1].parts[1].what, "same letters");
}

TEST(ReviewLetters, TwoScriptsMeetInLatinLetters) {
  const draw::Voice russian("ru");
  const auto rows = names_by_part({"Камышов Фёдор Михайлович", "Fyodor Kamyshov"}, russian);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].parts[0].text, "Камышов");
  EXPECT_TRUE(rows[0].parts[0].is_romanised);
  EXPECT_EQ(plain(rows[0].parts[0].letters), "Kamyshov");
  EXPECT_FALSE(rows[0].parts[1].is_romanised);
  EXPECT_EQ(rows[2].likeness, Likeness::one_sided);
  EXPECT_EQ(rows[2].parts[1].text, "");
  EXPECT_EQ(in_latin("Kamyshov"), "");
  EXPECT_EQ(in_latin("Камышов"), "Kamyshov");
}

TEST(ReviewLetters, AnInitialStandsAsItIsWritten) {
  const draw::Voice english("en");
  const auto rows = names_by_part({"Койбаев Тилек", "Кожбаев Т.Я."}, english);
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows[1].parts[1].text, "Т");
  EXPECT_EQ(rows[1].likeness, Likeness::near);
}

TEST(ReviewLetters, OfSeveralEachIsHeldAgainstTheFirstThatHasAName) {
  const draw::Voice english("en");
  const auto rows = names_by_part({"", "Asan Omarov", "Asan Omarow", "Omarov Berik"}, english);
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows[0].parts[0].text, "") << "an unnamed body";
  EXPECT_EQ(rows[0].parts[1].text, "Asan");
  EXPECT_EQ(rows[0].parts[2].text, "Asan");
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const NameRow& row) {
    return row.likeness == Likeness::differs || row.parts[3].text == "Berik";
  }));
  EXPECT_TRUE(names_by_part({"", "Asan"}, english).empty());
  EXPECT_TRUE(names_by_part({"", ""}, english).empty());
  EXPECT_TRUE(names_by_part({std::string(30'000, 'a'), "Asan"}, english).size() < 3);
}

TEST(ReviewLetters, EachLikenessHasASignAndAWord) {
  const draw::Voice english("en");
  std::vector<std::string> seen;
  for (const Likeness one :
       {Likeness::same, Likeness::near, Likeness::differs, Likeness::one_sided}) {
    seen.emplace_back(likeness_sign(one));
    seen.push_back(likeness_word(one, english));
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

}  // namespace sanaq::workspace
