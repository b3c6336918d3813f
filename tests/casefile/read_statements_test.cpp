#include "sanaq/casefile/read_statements.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
using test::said;

TEST(ReadStatements, WhatIsTypedIsReadAsACell) {
  const auto out =
      read_statements({said("custody:c", "sentence", "18m"), said("event:e", "dead", "11"),
                       said("act:a", "victim", "5 unnamed men|A. Sample"),
                       said("act:a", "involvement/A", "gave orders"),
                       said("custody:c", "view/arrested", "2011-12-16")},
                      Vocabulary());
  ASSERT_EQ(out.statements.size(), 7U);
  EXPECT_EQ(out.statements[0].value, "1y6m");
  EXPECT_EQ(out.statements[1].value, "11");
  EXPECT_EQ(out.statements[3].property, "count/unnamed men");
  EXPECT_EQ(out.statements[4].value, "A. Sample");
  EXPECT_EQ(out.statements[5].value, "0102");
  EXPECT_TRUE(out.bad_cells.empty());
}

TEST(ReadStatements, WhatCannotBeReadIsKeptAndReportedWithItsEntry) {
  Statement wrong = said("custody:c", "sentence", "long");
  wrong.origin.entry = "3f9a:12";
  const auto out = read_statements({wrong}, Vocabulary());
  ASSERT_EQ(out.bad_cells.size(), 1U);
  EXPECT_EQ(out.bad_cells[0].row, 12);
  EXPECT_EQ(out.statements[0].value, "long");
}

TEST(ReadStatements, WordsLanguagesAndLeastsAreReadAsInTables) {
  Statement text = said("demand:d", "text", "Босатыңыздар");
  text.language = "kz";
  Statement named = said("demand:d", "text", "Освободите");
  named.language = "русский";
  const auto out = read_statements(
      {text, named, said("event:e", "type", "sit-in"), said("custody:c", "verdict", "оправдана"),
       said("claim:k", "max", "at least 140"), said("claim:k", "view/min", "не менее 150"),
       said("person:A. Sample", "birth", "long ago"),
       said("act:a", "victim", "A. Sample, B. Other")},
      Vocabulary());
  ASSERT_EQ(out.statements.size(), 8U);
  EXPECT_EQ(out.statements[0].language, "");
  EXPECT_EQ(out.statements[1].language, "ru");
  EXPECT_EQ(out.statements[2].value, "sit-in");
  EXPECT_EQ(out.statements[3].value, "acquitted");
  EXPECT_EQ(out.statements[4].property, "min");
  EXPECT_EQ(out.statements[4].value, "140");
  EXPECT_EQ(out.statements[5].property, "view/min");
  EXPECT_EQ(out.statements[5].value, "150");
  EXPECT_EQ(out.bad_cells.size(), 4U);
}

}  // namespace sanaq::casefile
