#include "sanaq/tables/no_person_rows.h"

#include <gtest/gtest.h>

namespace sanaq::tables {
namespace {

using Row = std::vector<std::string_view>;

TEST(NoPersonRows, TotalsAreNobody) {
  for (const Row& row :
       {Row{"Итого", "67"}, Row{"", "ИТОГО:", "", "12"}, Row{"Всего 8 человек"},
        Row{"Барлығы", "31", "2"}, Row{"Total", "", "70"}, Row{"Grand total: 70 persons"},
        Row{"В том числе: всего 3"}, Row{"Жиыны: 12 адам"}, Row{"Total dead", "11"}})
    EXPECT_TRUE(why_no_person(row, false)) << row[0] << row.size();
}

TEST(NoPersonRows, WhoeverMayBeAPersonStays) {
  for (const Row& row :
       {Row{"Всеволод Кулов", "30"}, Row{"Итогов Марат", "1970"}, Row{"Totalov"},
        Row{"Всего", "Марат Кулов"}, Row{"Sum Ting"}, Row{"Тотал"}, Row{"Жалпыбаев"},
        Row{"12", "Итого"}, Row{"Общий", "Иван"}, Row{"Person", "of interest"}, Row{"", ""}})
    EXPECT_FALSE(why_no_person(row, true)) << row[0];
}

TEST(NoPersonRows, NumbersOfColumnsStandRightUnderTheHeader) {
  EXPECT_TRUE(why_no_person({"1", "2", "3", "4"}, true));
  EXPECT_TRUE(why_no_person({"1", "", "3", "4"}, true));
  EXPECT_FALSE(why_no_person({"1", "2", "3", "4"}, false));
  EXPECT_FALSE(why_no_person({"1", "2"}, true));
  EXPECT_FALSE(why_no_person({"1", "3", "4"}, true));
}

TEST(NoPersonRows, TheSignThatEndsAFileIsNobody) {
  EXPECT_TRUE(why_no_person({"\x1A"}, false));
  EXPECT_FALSE(why_no_person({"\x1A", "A. Kulov"}, false));
}

}  // namespace
}  // namespace sanaq::tables
