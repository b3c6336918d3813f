#include "sanaq/exchange/plain_csv.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::exchange {
namespace {

TEST(PlainCsv, ATableGoesOutAsCsvAndComesBack) {
  const std::string csv = "list,record,probability,draw\nhospital,1,0.25,1\n\"a, b\",2,1e-09,2\n";
  const record::PlainTable table = register_table_from_csv(csv, "clusters.csv");
  ASSERT_EQ(table.rows, 2U);
  EXPECT_EQ(std::get<std::vector<double>>(table.find("probability")->values)[1], 1e-9);
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(table.find("draw")->values)[1], 2);
  EXPECT_EQ(std::get<record::CodedTexts>(table.find("list")->values).texts[1], "a, b");
  EXPECT_EQ(plain_csv(table), csv);
}

TEST(PlainCsv, ACellThatIsNoNumberIsNamed) {
  for (const char* csv : {"list,probability\na,much\n", "draw\n1.5\n", "list,list\na,b\n"})
    EXPECT_THROW((void)register_table_from_csv(csv, "c.csv"), base::Error) << csv;
  try {
    (void)register_table_from_csv("list,probability\na,1\nb,much\n", "c.csv");
  } catch (const base::Error& error) {
    EXPECT_NE(error.message().english().find("c.csv, row 3, column probability: much"),
              std::string::npos);
  }
}

}  // namespace
}  // namespace sanaq::exchange
