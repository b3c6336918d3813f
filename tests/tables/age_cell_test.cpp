#include "sanaq/tables/age_cell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::tables {
namespace {

// "" where the cell says nothing, "!" where it is reported.
std::string read(std::string_view cell) {
  const auto age = read_age(cell);
  if (!age) return "!";
  return *age ? record::to_text(**age) : "";
}

TEST(ReadAge, AsPeopleWriteIt) {
  for (const char* cell : {"35",
                           "35 лет",
                           "35 жас",
                           "35 y.o.",
                           "35лет",
                           "35.0",
                           "35,0",
                           "35 y/o",
                           "35 (лет)",
                           "aged 35",
                           "Age 35",
                           "35 years old",
                           "возраст 35 лет",
                           "35yrs",
                           "35г",
                           "35.5",
                           "35.",
                           "٣٥",
                           "۳۵",
                           "३५"})
    EXPECT_EQ(read(cell), "35") << cell;
  EXPECT_EQ(read("2 года"), "2");
  EXPECT_EQ(read("1 год 6 месяцев"), "1");
  EXPECT_EQ(read("2 г. 3 мес."), "2");
  EXPECT_EQ(read("18 мес."), "1");
  EXPECT_EQ(read("2,5 года"), "2");
  EXPECT_EQ(read("1,5 года"), "1");
  for (const char* cell :
       {"0", "6 months", "5 мес.", "3 недели", "1 день", "3 дня", "4 ай", "новорожденный"})
    EXPECT_EQ(read(cell), "0") << cell;
}

TEST(ReadAge, ALetterBehindItIsASexAndNeverMonths) {
  for (const char* cell : {"35M", "35 m", "35f", "35 F", "35м", "35 муж.", "M 35", "35 (male)",
                           "35/М", "М/35", "35, жен."})
    EXPECT_EQ(read(cell), "35") << cell;
  EXPECT_EQ(read("5m"), "5");
  EXPECT_EQ(read("2 y 3 m"), "2");
  EXPECT_EQ(read("m"), "!");
}

TEST(ReadAge, FromOneToAnother) {
  for (const char* cell :
       {"40-45", "40–45", "40 - 45 лет", "от 40 до 45", "40 до 45 лет", "40 to 45", "40 или 45",
        "40..45", "40/45", "40-45M", "~40-45", "between 40 and 45", "40-45 жас"})
    EXPECT_EQ(read(cell), "40-45") << cell;
  EXPECT_EQ(read("30-35 лет"), "30-35");
  EXPECT_EQ(read("40±5"), "35-45");
  EXPECT_EQ(read("18-30 мес."), "1-2");
  EXPECT_EQ(read("3-5 мес."), "0");
}

TEST(ReadAge, About) {
  for (const char* cell : {"~40", "≈40", "около 40", "около 40 лет", "ок.40", "40?", "c. 40",
                           "about 40", "на вид 40 лет", "шамамен 40 жас", "примерно 40"})
    EXPECT_EQ(read(cell), "35-45") << cell;
  EXPECT_EQ(read("~3"), "0-8");
}

TEST(ReadAge, BeyondAndBelow) {
  for (const char* cell : {"60+", "60 +", "старше 60", "over 60", "60 и старше", "60 and over",
                           "более 60 лет", "> 60", "от 60"})
    EXPECT_EQ(read(cell), "60+") << cell;
  for (const char* cell : {"до 40", "under 40", "младше 40 лет", "<40"})
    EXPECT_EQ(read(cell), "0-40") << cell;
}

TEST(ReadAge, OfOneDecade) {
  for (const char* cell : {"30s", "in his 30s", "in her 30's", "mid-30s", "за 30"})
    EXPECT_EQ(read(cell), "30-39") << cell;
}

TEST(ReadAge, NotKnownIsAbsent) {
  for (const char* cell : {"", "-", "?", "~", "н/д", "unknown", "белгісіз"})
    EXPECT_EQ(read(cell), "") << cell;
}

TEST(ReadAge, WhatIsNoAgeIsReported) {
  for (const char* cell : {"adult",
                           "45-40",
                           "131",
                           "999",
                           "1976",
                           "лет",
                           "-5",
                           "-1",
                           "35 36",
                           "35, 36",
                           "months",
                           "99999999999999",
                           "40-",
                           "40 или",
                           "не более 60",
                           "пожилой",
                           "тридцать пять",
                           "до",
                           "20-30-40",
                           "60+ до 40",
                           "за 30+",
                           "40-150",
                           "новорожденный 35"})
    EXPECT_EQ(read(cell), "!") << cell;
}

RC_GTEST_PROP(ReadAge, ACanonicalAgeIsReadAsItself, ()) {
  const int from = *rc::gen::inRange(0, record::age_years_max + 1);
  const int to = *rc::gen::inRange(from, record::age_years_max + 1);
  const std::string text = record::to_text({from, to});
  RC_ASSERT(read(text) == text);
}

RC_GTEST_PROP(ReadAge, NoCellBreaksIt, (const std::string& cell)) { (void)read(cell); }

}  // namespace
}  // namespace sanaq::tables
