#include "sanaq/text/asian_compare.h"

#include <gtest/gtest.h>

#include "sanaq/text/name.h"

namespace sanaq::text {
namespace {

double bits(std::string_view left, std::string_view right) {
  return compare_names(*prepare_name(left), *prepare_name(right)).weight_bits;
}

}  // namespace

TEST(CompareAsian, KoreanNamesMeetInAnySpelling) {
  for (const char* other : {"Kim Min Su", "Kim Min-su", "Minsu Kim", "Kim Minsoo", "KIM Min-Soo",
                            "Ким Мин Су", "김 민수"})
    EXPECT_GT(bits("김민수", other), 1) << other;
  for (const char* other : {"Lee Young-hee", "Yi Yeonghui", "Ri Yong Hui", "Younghee Lee"})
    EXPECT_GT(bits("이영희", other), 1) << other;
  EXPECT_GT(bits("리철남", "이철남"), 1) << "north and south";
  EXPECT_GT(bits("Lee Young-hee", "Yi Yeong Hui"), 1);
}

TEST(CompareAsian, AnotherSyllableIsAnotherName) {
  for (const char* other :
       {"김민주", "박민수", "김민호", "Kim Min-ju", "Kim Min-ho", "Park Min-su"})
    EXPECT_LT(bits("김민수", other), 0) << other;
  for (const char* other : {"王小红", "王大明", "李小明", "Wang Xiaohong", "Li Xiaoming"})
    EXPECT_LT(bits("王小明", other), 0) << other;
  EXPECT_LT(bits("Kim Min-su", "Kim Min-ho"), 0);
  EXPECT_LT(bits("Wang Xiaoming", "Wang Xiaohong"), 0);
}

TEST(CompareAsian, ChineseNamesMeetInPinyinAndInTraditionalLetters) {
  for (const char* other : {"王曉明", "Wang Xiao Ming", "Xiaoming Wang"}) {
    if (std::string_view(other) == "王曉明") {
      EXPECT_GT(bits("王晓明", other), 1);
    } else {
      EXPECT_GT(bits("王小明", other), 1) << other;
    }
  }
}

TEST(CompareAsian, ChineseNamesInOlderAndRussianSpellings) {
  EXPECT_GT(bits("张志明", "Chang Chih-ming"), 1);
  EXPECT_GT(bits("赵玉兰", "Чжао Юйлань"), 1);
  EXPECT_GT(bits("Zhao Yulan", "Чжао Юйлань"), 1);
  EXPECT_LT(bits("张志明", "Chang Chih-chiang"), 0);
  EXPECT_LT(bits("赵玉兰", "Чжао Юймэй"), 0);
}

TEST(CompareAsian, WesternNamesInChineseLettersAreFoundBySound) {
  EXPECT_GT(bits("约翰·史密斯", "John Smith"), 1);
  EXPECT_GT(bits("德米特里·伊万诺夫", "Dmitry Ivanov"), 1);
  EXPECT_GT(bits("亚历山大·斯米尔诺夫", "Alexander Smirnov"), 1);
  EXPECT_GT(bits("谢尔盖·彼得罗夫", "Сергей Петров"), 1);
  EXPECT_LT(bits("约翰·史密斯", "James Brown"), 0);
  EXPECT_LT(bits("德米特里·伊万诺夫", "Dmitry Semenov"), 0);
  EXPECT_LT(bits("努尔兰·库尔马诺夫", "Yerlan Kurmanov"), 0) << "the first consonant is missing";
}

TEST(CompareAsian, IsTheSameBothWaysAndNothingBeatsTheSameLetters) {
  const std::vector<std::string> names = {"김민수",  "김민주",        "Kim Min-su",  "王小明",
                                          "王小红",  "Wang Xiaoming", "约翰·史密斯", "John Smith",
                                          "Lee Ann", "Ли Анна",       "존 스미스"};
  for (const std::string& left : names) {
    const double same = bits(left, left);
    for (const std::string& right : names) {
      EXPECT_EQ(bits(left, right), bits(right, left)) << left << " / " << right;
      EXPECT_GE(same, bits(left, right)) << left << " / " << right;
    }
  }
}

}  // namespace sanaq::text
