#include "sanaq/investigation/table_sort.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::investigation {

TEST(TableSort, PeopleAreAListAndTablesWhatTheirHeadersSay) {
  EXPECT_EQ(sort_of_table("ФИО;Дата рождения;Место\nА Б;1970;Актау\n", "a.csv").kind, "list");
  EXPECT_EQ(sort_of_table("name,date,place\nAida,2011,Aktau\n", "a.csv").kind, "list");
  EXPECT_EQ(sort_of_table("person,arrested,court,verdict\nA,2011,x,y\n", "a.csv").kind, "custody");
  EXPECT_EQ(sort_of_table("Человек;Задержан;Суд;Приговор\nА;2011;x;y\n", "a.csv").kind, "custody");
  EXPECT_EQ(sort_of_table("claim,what,min,max,asserted_by\n1,deaths,14,,x\n", "a.csv").kind,
            "claim");
  EXPECT_EQ(sort_of_table("Some title\n\nfund,direction,date,amount\nf,in,2012,5\n", "a.csv").kind,
            "aid");
  EXPECT_EQ(sort_of_table("a,b\nc,d\n", "a.csv").kind, "list");
}

TEST(TableSort, SaysHowMuchOfTheHeaderItKnows) {
  const TableSort sort = sort_of_table("name,date,phone\nAida,2011,1\n", "a.csv");
  EXPECT_EQ(sort.columns, 3U);
  EXPECT_EQ(sort.known, 2U);
}

TEST(TableSort, WhatIsNoTableIsRefused) {
  EXPECT_THROW((void)sort_of_table("\x89PNG\r\n\x1A\n", "a.csv"), base::Error);
}

}  // namespace sanaq::investigation
