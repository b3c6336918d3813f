#include "sanaq/exchange/membership_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

std::string complaint(std::string_view bytes) {
  try {
    static_cast<void>(parse_membership(bytes, "truth.csv"));
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    return error.message().english();
  }
  return "";
}

TEST(MembershipCsv, ColumnsStandInAnyOrderAndOthersArePassedOver) {
  const std::vector<Membership> expected = {{"hospital", "1", "p1"}, {"morgue", "1", "p1"}};
  EXPECT_EQ(parse_membership("list,record,person\nhospital,1,p1\nmorgue,1,p1\n", "t"), expected);
  EXPECT_EQ(
      parse_membership(
          "person;probability;Record;List\r\np1;0,9;1;hospital\r\n\r\np1;1;1;morgue\r\n", "t"),
      expected);
}

TEST(MembershipCsv, AFileOfOneListNeedsNoListColumn) {
  EXPECT_EQ(parse_membership("record,person\n1,a\n", "t"),
            (std::vector<Membership>{{"", "1", "a"}}));
}

TEST(MembershipCsv, BadRowsAreNamed) {
  EXPECT_NE(complaint("list,record\na,1\n").find("person"), std::string::npos);
  EXPECT_NE(complaint("record,person\n1,a\n2\n").find("row 3"), std::string::npos);
  EXPECT_NE(complaint("record,person\n1,a\n1,b\n").find("row 3"), std::string::npos);
  EXPECT_NE(complaint("record,person\n").find("no rows"), std::string::npos);
  EXPECT_NE(complaint("").find("truth.csv"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::exchange
