#include "sanaq/tables/header_rows.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::tables {

using Cells = std::vector<std::string>;

TEST(FindHeader, GoesByTheUsersHeaders) {
  const FoundHeader found =
      find_header({.columns = {{"name", "X1"}}}, {{"name", "date"}, {"x1", "x2"}, {"a", "b"}});
  EXPECT_EQ(found.last, 2);
  EXPECT_FALSE(found.is_guess && found.cells.empty());
}

TEST(FindHeader, PassesOverTitlesHoweverMany) {
  SampledRows rows;
  for (int note = 1; note <= 40; ++note) rows.push_back({"note " + std::to_string(note)});
  rows.push_back({"№", "ФИО", "Возраст"});
  rows.push_back({"1", "Тасов Болат", "30"});
  EXPECT_EQ(find_header({}, rows).last, 41);
}

TEST(FindHeader, TwoRowsAreOneWhereATitleIsSpread) {
  const FoundHeader found = find_header({}, {{"№", "ФИО", "Дата", "", "Место"},
                                             {"", "", "рождения", "гибели", ""},
                                             {"1", "Тасов Болат", "1980", "2011", "Тасбулак"}});
  EXPECT_EQ(found.first, 1);
  EXPECT_EQ(found.last, 2);
  EXPECT_EQ(found.cells, (Cells{"№", "ФИО", "Дата рождения", "Дата гибели", "Место"}));
}

TEST(FindHeader, TheUpperRowMayBeTheOneThatSaysLess) {
  const FoundHeader found = find_header({}, {{"Погибший", "", "", "Место гибели"},
                                             {"Фамилия", "Имя", "Дата рождения", ""},
                                             {"Тасов", "Болат", "1980", "Тасбулак"}});
  EXPECT_EQ(found.first, 1);
  EXPECT_EQ(found.last, 2);
  EXPECT_EQ(found.cells[3], "Место гибели");
}

TEST(FindHeader, ARecordUnderTheHeaderIsNoSecondRowOfIt) {
  EXPECT_EQ(find_header({}, {{"ФИО", "Возраст", "Место"}, {"Тасов Болат", "", "Тасбулак"}}).last,
            1);
  EXPECT_EQ(
      find_header({}, {{"Name", "Age", ""}, {"B. Tasov", "", "a note"}, {"A. Kulov", "3", ""}})
          .last,
      1);
}

TEST(FindHeader, AFirstRowThatIsARecordMeansThatThereIsNoHeader) {
  const FoundHeader found = find_header({}, {{"Тасов Болат", "30", "Тасбулак"},
                                             {"Кулов Асан", "41", "Аксай"},
                                             {"Сабов Ержан", "25", "Тасбулак"}});
  EXPECT_EQ(found.last, 0);
  EXPECT_TRUE(found.is_guess);
  // Words over words prove nothing: the first row stays the header.
  EXPECT_EQ(find_header({}, {{"who", "what"}, {"a", "b"}, {"c", "d"}}).last, 1);
}

TEST(FindHeader, TheUserMayNameTheRowOrSayThatThereIsNone) {
  const SampledRows rows = {{"Список"}, {"A", "B"}, {"Тасов Болат", "30"}};
  EXPECT_EQ(find_header({.header_row = 2}, rows).cells, (Cells{"A", "B"}));
  EXPECT_TRUE(find_header({.header_row = 0}, rows).cells.empty());
  EXPECT_THROW((void)find_header({.name = "a", .header_row = 9}, rows), base::Error);
}

TEST(FindHeader, ASecondTableBelowIsNotTheHeader) {
  const FoundHeader found = find_header({}, {{"ФИО", "Возраст"},
                                             {"Тасов Болат", "30"},
                                             {"Раненые", ""},
                                             {"ФИО", "Возраст", "Место", "Дата рождения"},
                                             {"Кулов Асан", "41", "Аксай", "1970"}});
  EXPECT_EQ(found.last, 1);
}

}  // namespace sanaq::tables
