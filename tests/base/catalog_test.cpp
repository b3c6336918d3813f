#include "sanaq/base/catalog.h"

#include <gtest/gtest.h>

namespace sanaq::base {

TEST(Catalog, EnglishIsTheSentenceItself) {
  EXPECT_EQ(Catalog("en").say("Documented"), "Documented");
}

TEST(Catalog, AnUnknownLanguageIsEnglish) {
  EXPECT_EQ(Catalog("xx").language(), "en");
  EXPECT_EQ(Catalog("xx").say(message("row {}", 3)), "row 3");
}

TEST(Catalog, RussianIsBuiltIn) {
  const Catalog russian("ru");
  EXPECT_EQ(russian.language(), "ru");
  EXPECT_EQ(russian.say("stopped, nothing half-written stays"),
            "остановлено, ничего недописанного не осталось");
}

TEST(Catalog, AnUnknownSentenceStaysEnglish) {
  EXPECT_EQ(Catalog("ru").say("nobody translated this sentence"),
            "nobody translated this sentence");
}

TEST(Catalog, EnglishHasTwoPluralForms) {
  EXPECT_EQ(Catalog("en").count("{} thing", "{} things", 1), "1 thing");
  EXPECT_EQ(Catalog("en").count("{} thing", "{} things", 5), "5 things");
}

// CLDR's rules, by numbers that are easy to get wrong.
TEST(Catalog, RussianAndKazakhHaveTheirOwnPluralForms) {
  const Catalog russian("ru"), kazakh("kk");
  const auto days = [](const Catalog& catalog, std::int64_t n) {
    return catalog.count("{} day", "{} days", n);
  };
  for (const std::int64_t n : {1, 21, 101, 1001})
    EXPECT_EQ(days(russian, n), std::to_string(n) + " день");
  for (const std::int64_t n : {2, 3, 4, 22, 104})
    EXPECT_EQ(days(russian, n), std::to_string(n) + " дня");
  for (const std::int64_t n : {0, 5, 11, 12, 14, 20, 111, 112, 1000000})
    EXPECT_EQ(days(russian, n), std::to_string(n) + " дней");
  for (const std::int64_t n : {0, 1, 2, 21}) EXPECT_EQ(days(kazakh, n), std::to_string(n) + " күн");
}

}  // namespace sanaq::base
