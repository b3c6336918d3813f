#include "sanaq/pages/custody_lines.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

TEST(CustodyLines, ATermRunsFromTheArrestToTheDayAndOnToItsEnd) {
  const PublicView view = test::a_public_case();
  const casefile::Custody& custody = view.case_file.entities.custodies[0];
  const draw::TimeRow row = custody_line(view, custody, draw::Voice("en"));
  ASSERT_EQ(row.stretches.size(), 2u);
  EXPECT_EQ(row.stretches[0].from, custody.arrested->first_day);
  EXPECT_EQ(row.stretches[0].to, view.case_file.held_on);
  EXPECT_EQ(row.stretches[1].kind, "ahead");
  EXPECT_GT(row.stretches[1].to, view.case_file.held_on);
}

TEST(CustodyLines, AReleaseEndsTheLineAndWithoutABeginningThereIsNone) {
  PublicView view = test::a_public_case();
  casefile::Custody& custody = view.case_file.entities.custodies[0];
  custody.released = record::make_date(2013, 5, 1);
  EXPECT_EQ(custody_line(view, custody, draw::Voice("en")).stretches.size(), 1u);
  custody.arrested.reset();
  custody.term_start.reset();
  EXPECT_TRUE(custody_line(view, custody, draw::Voice("en")).stretches.empty());
  EXPECT_EQ(custody_lines(view, {&custody}, "c", draw::Voice("en")), "");
}

}  // namespace sanaq::pages
