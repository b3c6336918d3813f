#include "sanaq/simulate/cells.h"

#include <gtest/gtest.h>

#include "sanaq/record/partial_date.h"

namespace sanaq::simulate {
namespace {

const std::int32_t day = record::day_number(2011, 12, 16);

Person a_person() {
  Person person;
  person.family = "Нұржанов";
  person.given = "Қайрат";
  person.patronymic = "Серікович";
  person.kazakh_patronymic = "Серікұлы";
  person.birth_day = record::day_number(1980, 5, 7);
  person.death_day = record::day_number(2003, 10, 9);
  return person;
}

TEST(Cells, DatesAreWrittenAsPeopleWriteThem) {
  EXPECT_EQ(write_date(day, DateForm::dotted, Script::russian), "16.12.2011");
  EXPECT_EQ(write_date(day, DateForm::words, Script::russian), "16 декабря 2011 г.");
  EXPECT_EQ(write_date(day, DateForm::month_words, Script::kazakh), "2011 ж. желтоқсан");
  EXPECT_EQ(write_date(day, DateForm::month_words, Script::russian), "декабрь 2011 г.");
  EXPECT_EQ(write_date(day, DateForm::iso, Script::english), "2011-12-16");
  EXPECT_EQ(write_date(day, DateForm::words, Script::english), "16 December 2011");
  EXPECT_EQ(write_date(day, DateForm::year, Script::english), "2011");
}

TEST(Cells, WithoutSlipsARowSaysWhatIsTrue) {
  num::Rng random(1, "test");
  const ListPlan plan = standard_plans(5)[4];
  const auto row = write_row(a_person(), plan, {0, 0}, random);
  ASSERT_EQ(row.size(), plan.columns.size());
  EXPECT_EQ(row[1], "Нұржанов");
  EXPECT_EQ(row[2], "Қайрат");
  EXPECT_EQ(row[3], "Серікұлы");
  EXPECT_EQ(row[4], "07.05.1980");
}

TEST(Cells, EverythingMissingLeavesOnlyTheName) {
  num::Rng random(1, "test");
  const auto row = write_row(a_person(), standard_plans(3)[2], {0, 1}, random);
  EXPECT_FALSE(row[0].empty());
  for (std::size_t at = 1; at < row.size(); ++at) EXPECT_EQ(row[at], "");
}

TEST(Cells, SlipsComeAsOftenAsAsked) {
  num::Rng random(1, "test");
  const ListPlan plan = standard_plans(5)[4];
  int wrong = 0;
  for (int turn = 0; turn < 4000; ++turn)
    wrong += write_row(a_person(), plan, {0.2, 0}, random)[1] != "Нұржанов" ? 1 : 0;
  EXPECT_NEAR(wrong, 800, 90);  // a few slips put back the same letter
}

}  // namespace
}  // namespace sanaq::simulate
