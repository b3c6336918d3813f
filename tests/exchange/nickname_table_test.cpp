#include "sanaq/exchange/nickname_table.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

std::string complaint(const std::string& table) {
  try {
    (void)read_nicknames(table, "n.csv");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(NicknameTable, OnePairARow) {
  const std::vector<link::Nickname> pairs =
      read_nicknames("Nickname;Name\nТүке;Тұрсын\nTuke;Tursyn\n", "n.csv");
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].name, "Тұрсын");
  EXPECT_EQ(pairs[0].nickname, "Түке");
}

TEST(NicknameTable, EveryComplaintNamesRowAndColumn) {
  EXPECT_NE(complaint("name,short\na,b\n").find("no column nickname"), std::string::npos);
  EXPECT_NE(complaint("name,nickname\nTursyn,\n").find("row 2: nickname is missing"),
            std::string::npos);
  EXPECT_NE(complaint("name,nickname\nTursyn,Tuke\nAnna Maria,Anni\n")
                .find("row 3, column name: \"Anna Maria\" is several words"),
            std::string::npos);
  EXPECT_NE(complaint(""), "");
}

}  // namespace
}  // namespace sanaq::exchange
