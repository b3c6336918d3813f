// All names are invented.
#include "sanaq/tables/nobody_rows.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using record::Field;
using Texts = std::vector<std::string>;

IngestedList read(std::string_view bytes, Texts nobody_words = {}) {
  base::Progress progress;
  ListSource source{.name = "morgue", .path = "lists/morgue.csv"};
  source.nobody_words = std::move(nobody_words);
  return ingest_bytes(source, bytes, progress);
}

Texts canonical(const IngestedList& list, Field field) {
  const record::Column* column = list.records.find(field);
  if (column == nullptr) return {"no such column"};
  Texts cells;
  for (const std::uint32_t code : column->codes) cells.push_back(column->canonical[code]);
  return cells;
}

Texts written(const IngestedList& list, Field field) {
  Texts cells;
  const record::Column* column = list.records.find(field);
  for (const std::uint32_t code : column->codes) cells.push_back(column->values[code]);
  return cells;
}

TEST(NobodyRows, WordsOfTheInvestigationAreNothingInColumnsOfEachKind) {
  const IngestedList list = read(
      "ФИО;Пол;Возраст;Дата гибели;Место;№ дела\n"
      "Бевестный;скрыто;скрыто;скрыто;скрыто;скрыто\n"
      "Бевестный мужчина;м;30;16.12.2011;Акжар;7\n"
      "Бевестный Эрнст;ж;31;17.12.2011;Тениз;8\n",
      {"бевестный", "Скрыто"});
  EXPECT_EQ(canonical(list, Field::name), (Texts{"", "", "Бевестный Эрнст"}));
  EXPECT_EQ(canonical(list, Field::sex), (Texts{"", "m", "f"}));
  EXPECT_EQ(canonical(list, Field::age), (Texts{"", "30", "31"}));
  EXPECT_EQ(canonical(list, Field::death), (Texts{"", "2011-12-16", "2011-12-17"}));
  EXPECT_EQ(canonical(list, Field::place), (Texts{"", "Акжар", "Тениз"}));
  EXPECT_TRUE(list.bad_cells.empty());
  ASSERT_EQ(list.doubtful_cells.size(), 1U);
  EXPECT_EQ(list.doubtful_cells[0].value, "Бевестный Эрнст");
  EXPECT_EQ(canonical(read("ФИО;Пол\nБевестный;м\nАманов Ерлан;м\n"), Field::name),
            (Texts{"Бевестный", "Аманов Ерлан"}));
}

TEST(NobodyRows, FamilyAndGivenNameTogetherMayNameNobody) {
  const IngestedList list = read(
      "family,given,sex\nUnknown,male,m\nНеизвестный,Эрнст,m\nНеизвестный,,\nНетребко,Анна,f\n"
      "Неизвестный,мужчина,m\nUnknown,male,m\n,Анна,\n");
  EXPECT_EQ(canonical(list, Field::family), (Texts{"", "Неизвестный", "", "Нетребко", "", "", ""}));
  EXPECT_EQ(canonical(list, Field::given), (Texts{"", "Эрнст", "", "Анна", "", "", "Анна"}));
  EXPECT_EQ(written(list, Field::family), (Texts{"Unknown", "Неизвестный", "Неизвестный",
                                                 "Нетребко", "Неизвестный", "Unknown", ""}));
  EXPECT_EQ(written(list, Field::given),
            (Texts{"male", "Эрнст", "", "Анна", "мужчина", "male", "Анна"}));
}

TEST(NobodyRows, WhatIsSaidInPlaceOfANameFillsTheEmptyCellsOfSexAndAge) {
  const IngestedList list = read(
      "ФИО,Пол,Возраст\n"
      "\"Неизвестный мужчина, ~30 лет\",,\n"
      "Неизвестная женщина около 45 лет,,50\n"
      "Неопознанный труп №3,,\n"
      "Аманов Ерлан,,\n"
      "Unknown male about 25,ж,\n");
  EXPECT_EQ(canonical(list, Field::sex), (Texts{"m", "f", "", "", "f"}));
  EXPECT_EQ(canonical(list, Field::age), (Texts{"30", "50", "", "", "25"}));
  EXPECT_TRUE(list.bad_cells.empty());
}

// A range is not read as an age: the cell stays empty, and is no fault of the list.
TEST(NobodyRows, AnAgeThatCannotBeReadFillsNothing) {
  const IngestedList list = read("ФИО,Возраст\nНеизвестный 30-300 лет,\nАманов Ерлан,20\n");
  EXPECT_EQ(canonical(list, Field::age), (Texts{"", "20"}));
  EXPECT_TRUE(list.bad_cells.empty());
}

std::size_t warnings_of_capitals(const IngestedList& list, std::string_view rows) {
  std::size_t count = 0;
  for (const base::Message& warning : list.warnings)
    count += warning.id.find("all names are in capitals") != std::string::npos &&
             warning.arguments.back() == rows;
  return count;
}

TEST(NobodyRows, NaInAColumnOfCapitalsIsMissingAndItIsSaidInHowManyRows) {
  const IngestedList list =
      read("family,given\nAMANOV,ERLAN\nNA,ASEL\nСЕРІКОВ,NA\nNA,OLGA\nНУРЛАНОВА,АЙГҮЛ\n");
  EXPECT_EQ(canonical(list, Field::family), (Texts{"AMANOV", "", "СЕРІКОВ", "", "НУРЛАНОВА"}));
  EXPECT_EQ(warnings_of_capitals(list, "2"), 1U);
  EXPECT_EQ(warnings_of_capitals(list, "1"), 1U);
}

TEST(NobodyRows, BesideSmallLettersNaNeedsNoWord) {
  const IngestedList list = read("family,given\nAmanov,Erlan\nNA,Asel\nNa,Li\n");
  EXPECT_EQ(canonical(list, Field::family), (Texts{"Amanov", "", "Na"}));
  EXPECT_EQ(warnings_of_capitals(list, "1"), 0U);
  EXPECT_EQ(warnings_of_capitals(read("family,given\nAMANOV,ERLAN\nNAN,ASEL\n"), "1"), 0U);
}

}  // namespace
}  // namespace sanaq::tables
