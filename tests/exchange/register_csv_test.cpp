#include "sanaq/exchange/register_csv.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sanaq::exchange {

TEST(RegisterCsv, HasARowARecordAndNamesThatDoNotDependOnTheOrder) {
  record::RecordTable table;
  table.lists = {{.name = "a", .file = "a.csv", .version = ""}};
  table.list_of = {0, 0};
  table.ids = {"7", "8"};
  table.identities = {"one", "two"};
  link::Result linked;
  linked.person_of = {0, 0};
  linked.probability = {0.5, 0.5};
  linked.draws = {{0, 0}, {0, 1}};
  const auto names = person_names(table, linked.person_of);
  EXPECT_EQ(names[0], names[1]);
  const std::string csv = clusters_csv(table, linked, names);
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "list,record,person,probability");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
  const std::string draws = draws_csv(table, linked);
  EXPECT_EQ(std::count(draws.begin(), draws.end(), '\n'), 5);
  EXPECT_NE(draws.find("\n1,a,7,"), std::string::npos);
  std::swap(table.identities[0], table.identities[1]);
  EXPECT_EQ(person_names(table, linked.person_of)[0], names[0]);
}

TEST(RegisterCsv, APairHasBothNamesForPeopleAndNoFormula) {
  record::RecordTable table;
  table.lists = {{.name = "a", .file = "a.csv", .version = ""}};
  table.list_of = {0, 0};
  table.ids = {"7", "8"};
  table.identities = {"one", "two"};
  table.columns = {{"name", record::Field::name, {1, 2}, {"", "Айбар, Танбаев", "=1+1"}, {}}};
  link::Result linked;
  linked.pairs = {{0, 1, 1.5, 0.25, {}}};
  EXPECT_EQ(pairs_csv(table, linked),
            "list_l,record_l,list_r,record_r,weight_bits,probability,name_l,name_r\n"
            "a,7,a,8,1.5,0.25,\"Айбар, Танбаев\",'=1+1\n");
}

}  // namespace sanaq::exchange
