#include "sanaq/cli/ask_custody.h"

#include <gtest/gtest.h>

#include "cli/a_case.h"

namespace sanaq::cli {

TEST(AskCustody, SaysWhoIsStillHeldWithTimeServedAndLeft) {
  const ACase a;
  const auto held = a.json({"still-held", "--on", "2014-12-16"});
  ASSERT_EQ(held["held"].size(), 1U);
  EXPECT_EQ(held["held"][0]["custody"], "c1");
  EXPECT_EQ(held["held"][0]["sentence"], "5y");
  EXPECT_EQ(held["held"][0]["term_ends"], "2017-06-04");
  EXPECT_EQ(held["held"][0]["sources"][0], "court file");
  EXPECT_EQ(held["people"]["low"], 1);
  EXPECT_EQ(a.json({"still-held", "--on", "2012-12-31"})["held"].size(), 2U);
  EXPECT_NE(a.ask({"still-held", "--on", "2014-12-16"}).output.find("A. Sample"),
            std::string::npos);
  EXPECT_EQ(a.ask({"still-held", "--on", "2014-12"}).code, 64);
}

TEST(AskCustody, SaysWhoIsDue) {
  const ACase a;
  EXPECT_TRUE(a.json({"due", "--on", "2014-12-16"})["due"].empty());
  EXPECT_EQ(a.json({"due", "--on", "2014-12-16", "--within", "3y"})["due"].size(), 1U);
  EXPECT_EQ(a.ask({"due", "--within", "soon"}).code, 64);
}

TEST(AskCustody, ShowsTheDifferenceOfATrial) {
  const auto trials = ACase().json({"trials"})["trials"];
  ASSERT_EQ(trials.size(), 1U);
  EXPECT_EQ(trials[0]["stated_sum"], 32);
  EXPECT_EQ(trials[0]["difference"]["low"], 5);
  EXPECT_EQ(trials[0]["people"], 2);
}

}  // namespace sanaq::cli
