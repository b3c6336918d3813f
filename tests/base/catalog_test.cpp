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

}  // namespace sanaq::base
