#include "sanaq/exchange/sampled_registers_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

std::string refused(const std::string& text, const std::vector<std::string>& lists = {}) {
  try {
    (void)read_sampled_registers(text, "draws.csv", lists);
  } catch (const base::Error& error) {
    return error.message().english();
  }
  return "";
}

TEST(SampledRegistersCsv, EachDrawIsOneTable) {
  const auto tables = read_sampled_registers(
      "draw,list,record,person\n1,a,1,p\n1,b,7,p\n1,b,8,q\n2,a,1,p\n2,b,7,r\n2,b,8,q\n",
      "draws.csv", {});
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(tables[0].lists, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(tables[0].observed(), 2);
  EXPECT_EQ(tables[1].observed(), 3);
}

TEST(SampledRegistersCsv, TakesTheOrderOfTheTablesLists) {
  const auto tables =
      read_sampled_registers("draw,list,record,person\n1,a,1,p\n", "draws.csv", {"z", "a"});
  EXPECT_EQ(tables[0].cells[0].listed, 2u);
}

TEST(SampledRegistersCsv, SaysWhichRowIsWrong) {
  const std::string head = "draw,list,record,person\n1,a,1,p\n";
  EXPECT_NE(refused(head + "1,a,1,p\n").find("row 3"), std::string::npos);
  EXPECT_NE(refused(head + "x,a,2,p\n").find("row 3"), std::string::npos);
  EXPECT_NE(refused(head + "1,a,2,\n").find("person"), std::string::npos);
  EXPECT_NE(refused(head + "2,a,2,p\n").find("draw 2"), std::string::npos);
  EXPECT_NE(refused(head, {"b", "c"}).find("row 2"), std::string::npos);
  EXPECT_NE(refused("list,record,person\na,1,p\n").find("draw"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::exchange
