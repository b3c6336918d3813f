#include "sanaq/tables/headings.h"

#include <gtest/gtest.h>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {
namespace {

using record::Field;

IngestedList read(std::string_view csv, ListSource source = {}) {
  source.name = "morgue";
  source.path = "morgue.csv";
  base::Progress progress;
  return ingest_bytes(source, csv, progress);
}

std::vector<std::int64_t> refused(const IngestedList& list) {
  std::vector<std::int64_t> rows;
  for (const RefusedRow& row : list.refused) rows.push_back(row.row);
  return rows;
}

std::vector<std::string> read_as(const IngestedList& list, Field field) {
  const record::Column* column = list.records.find(field);
  std::vector<std::string> cells;
  if (column == nullptr) return cells;
  for (const std::uint32_t code : column->codes) cells.push_back(column->canonical[code]);
  return cells;
}

using Rows = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

TEST(Headings, APlaceOverItsPeopleIsTheirPlace) {
  const IngestedList list = read(
      "№;ФИО;Возраст;Дата рождения\n"
      "г. Тасбулак;;;\n1;Тасов Болат;30;1981\n2;Кулов Асан;41;1970\n"
      "село Аксай;;;\n3;Сабов Ержан;25;1986\n");
  EXPECT_EQ(refused(list), (Rows{2, 5}));
  EXPECT_EQ(read_as(list, Field::place), (Texts{"г. Тасбулак", "г. Тасбулак", "село Аксай"}));
  EXPECT_EQ(list.rows_read, 5);
  EXPECT_EQ(list.records.record_count(), 3U);
}

TEST(Headings, ADateOverItsDeadFillsOnlyEmptyCells) {
  const IngestedList list = read(
      "ФИО;Возраст;Дата;Место\n16 декабря 2011 г.;;;\nТасов Болат;30;;Аксай\n"
      "Кулов Асан;41;17.12.2011;Аксай\nСабов Ержан;25;;Аксай\n");
  EXPECT_EQ(refused(list), (Rows{2}));
  EXPECT_EQ(read_as(list, Field::date), (Texts{"2011-12-16", "2011-12-17", "2011-12-16"}));
}

TEST(Headings, SignaturesNotesPagesAndEmptyFormsAreNobody) {
  const IngestedList list = read(
      "№;ФИО;Возраст;Место\n1;Тасов Болат;30;Аксай\n2;Кулов Асан;41;Аксай\n3;Сабов Ержан;25;Аксай\n"
      "4;Осков Данияр;52;Аксай\n"
      "5;;;\n;Составил: Н. Досов;;\n;Стр. 2 из 3;;\n;* по данным родственников;;\n"
      ";Главный врач;;А. Досова\n");
  EXPECT_EQ(refused(list), (Rows{6, 7, 8, 9, 10}));
  EXPECT_EQ(list.records.record_count(), 4U);
}

TEST(Headings, WhoMayBeAPersonStaysAndIsReported) {
  const IngestedList list = read(
      "ФИО;Возраст;Место;Дата\nТасов Болат;30;Аксай;2011\nКулов Асан;41;Аксай;2011\n"
      "Примечанов Асан;;;\nАйгуль;;;\n;;Аксай;\n;30;;\n");
  EXPECT_TRUE(list.refused.empty());
  EXPECT_EQ(list.records.record_count(), 6U);
  ASSERT_EQ(list.doubtful_cells.size(), 2U);
  EXPECT_EQ(list.doubtful_cells[0].row, 4);
}

// In doubt nobody is taken out: an office before a whole name, a name among the numbers, a row that
// has its number.
TEST(Headings, TheDeadMayHaveOfficesAndNumbers) {
  const IngestedList list = read(
      "№;ФИО;Возраст;Место\n1;Тасов Болат;30;Аксай\n2;Кулов Асан;41;Аксай\n3;Сабов Ержан;25;Аксай\n"
      "4;Досов Асан;52;Аксай\n5;Осков Марат;33;Аксай\n6;Сатов Ержан;29;Аксай\n7;Батов "
      "Олжас;61;Аксай\n"
      "8;Дежурный;;\n;Врач Тасова Айгуль;;Аксай\n;Начальник смены Кулов Болат;;\n"
      "Сабова Айгуль;;;\n;Главный врач;;А. Досова\n");
  EXPECT_EQ(refused(list), (Rows{13}));
  EXPECT_EQ(list.records.record_count(), 11U);
  EXPECT_EQ(list.doubtful_cells.size(), 3U);
}

TEST(Headings, AListOfNamesAloneHasNone) {
  const IngestedList list = read("ФИО\nТасов Болат\nГород Асан\nКулов Асан\n");
  EXPECT_TRUE(list.refused.empty());
  EXPECT_TRUE(list.doubtful_cells.empty());
}

TEST(Headings, ASecondTableIsSaidAndItsHeaderRefused) {
  const IngestedList list = read(
      "ФИО;Возраст;Место\nТасов Болат;30;Аксай\nКулов Асан;41;Аксай\nРаненые;;\n"
      "Ф.И.О.;возраст;МЕСТО\nСабов Ержан;25;Аксай\n");
  EXPECT_EQ(refused(list), (Rows{4, 5}));
  EXPECT_EQ(list.records.record_count(), 3U);
  ASSERT_EQ(list.warnings.size(), 2U);
}

TEST(Headings, ATitleRepeatedOnEachPageIsNobody) {
  const IngestedList list = read(
      "Список Тасбулакского морга;;\nФИО;Возраст;Место\nТасов Болат;30;Аксай\n"
      "Кулов Асан;41;Аксай\nСписок Тасбулакского морга;;\nСабов Ержан;25;Аксай\n");
  EXPECT_EQ(refused(list), (Rows{5}));
}

TEST(Headings, ASexOverItsRowsIsTheirs) {
  const IngestedList list = read(
      "№;ФИО;Возраст;Место\n;Мужчины;;\n1;Тасов Болат;30;Аксай\n2;Кулов Асан;41;Аксай\n"
      ";ЖЕНЩИНЫ:;;\n3;Сабова Айгуль;25;Аксай\n;Итого по району: 3 чел.;;\nМ.П.;;;\n1 из 2;;;\n"
      "Зав. отделением;;;А. Досова\n");
  EXPECT_EQ(refused(list), (Rows{2, 5, 7, 8, 9, 10}));
  EXPECT_EQ(read_as(list, Field::sex), (Texts{"m", "m", "f"}));
  EXPECT_TRUE(list.warnings.empty());
}

TEST(Headings, LoneCellsByTheirWords) {
  EXPECT_EQ(kind_of_lone_cell("г. Тасбулак"), LoneCell::place);
  EXPECT_EQ(kind_of_lone_cell("16.12.2011"), LoneCell::date);
  EXPECT_EQ(kind_of_lone_cell("РАНЕНЫЕ:"), LoneCell::heading);
  EXPECT_EQ(kind_of_lone_cell("Printed by: A. Dosova"), LoneCell::note);
  EXPECT_EQ(kind_of_lone_cell("Page -1 of 1"), LoneCell::note);
  EXPECT_EQ(kind_of_lone_cell("Врачёв Асан"), LoneCell::person);
  EXPECT_EQ(kind_of_lone_cell("Source Amadou"), LoneCell::note);
  EXPECT_EQ(kind_of_lone_cell("Лист Ференц"), LoneCell::person);
  EXPECT_EQ(kind_of_lone_cell("Общее количество погибших - 3"), LoneCell::total);
  EXPECT_EQ(kind_of_lone_cell("Totalov Asan"), LoneCell::person);
  EXPECT_EQ(kind_of_lone_cell("Всеволод Тасов"), LoneCell::person);
}

}  // namespace
}  // namespace sanaq::tables
