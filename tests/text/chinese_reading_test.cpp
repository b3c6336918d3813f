#include "sanaq/text/chinese_reading.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sanaq::text {

TEST(PinyinReadings, OfHanAndOfLatinLetters) {
  EXPECT_EQ(pinyin_readings(U"小明"), std::vector<std::string>{"xiao|ming"});
  const auto cut = pinyin_readings(U"xiaoming");
  EXPECT_NE(std::find(cut.begin(), cut.end(), "xiao|ming"), cut.end());
  EXPECT_TRUE(pinyin_readings(U"smith").empty());
  EXPECT_TRUE(pinyin_readings(U"").empty());
  EXPECT_TRUE(pinyin_readings(U"chichichichichichichiz", ChineseSpelling::wade_giles).empty());
}

TEST(PinyinReadings, OlderAndRussianSpellings) {
  const auto has = [](std::u32string_view word, ChineseSpelling spelling, std::string_view wanted) {
    const auto readings = pinyin_readings(word, spelling);
    return std::find(readings.begin(), readings.end(), wanted) != readings.end();
  };
  EXPECT_TRUE(has(U"tsehua", ChineseSpelling::wade_giles, "ze|hua"));
  EXPECT_TRUE(has(U"chiang", ChineseSpelling::wade_giles, "jiang"));
  EXPECT_TRUE(has(U"chihming", ChineseSpelling::wade_giles, "zhi|ming"));
  EXPECT_TRUE(has(U"цзиньлун", ChineseSpelling::palladius, "jin|long"));
  EXPECT_TRUE(has(U"юйлань", ChineseSpelling::palladius, "yu|lan"));
  EXPECT_FALSE(has(U"chiang", ChineseSpelling::pinyin, "jiang"));
  EXPECT_TRUE(is_chinese_family_name(U"чжао", ChineseSpelling::palladius));
  EXPECT_TRUE(is_chinese_family_name(U"hsu", ChineseSpelling::wade_giles));
  EXPECT_FALSE(is_chinese_family_name(U"smith", ChineseSpelling::pinyin));
}

TEST(FitTranscription, ForeignNamesFitAndOthersDoNot) {
  EXPECT_GT(fit_transcription("shi|mi|si", "smit").quality, 0.6);
  EXPECT_GT(fit_transcription("ku|zi|nie|zuo|fu", "kuznecov").quality, 0.6);
  EXPECT_GT(fit_transcription("wei|er|xun", "vilson").quality, 0.5);
  EXPECT_LT(fit_transcription("shi|mi|si", "braun").quality, 0.3);
  EXPECT_LT(fit_transcription("ku|zi|nie|zuo|fu", "ivanov").quality, 0.5);
  EXPECT_EQ(fit_transcription("", "smit").consonants, 0);
}

}  // namespace sanaq::text
