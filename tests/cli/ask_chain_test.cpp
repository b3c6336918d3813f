#include "sanaq/cli/ask_chain.h"

#include <gtest/gtest.h>

#include "cli/a_case.h"

namespace sanaq::cli {

TEST(AskChain, NamesWhoCommandedAndWhoWasAbove) {
  const ACase a;
  const auto line = a.json({"command", "--of", "The Unit", "--on", "2011-12-16T12:00"});
  ASSERT_EQ(line["rungs"].size(), 2U);
  EXPECT_EQ(line["rungs"][0]["holders"][0]["person"], "L. Low");
  EXPECT_EQ(line["rungs"][1]["holders"][0]["person"], "M. Mid");
  EXPECT_EQ(a.ask({"command", "--of", "The Unti", "--on", "2011-12-16"}).code, 66);
  EXPECT_EQ(a.ask({"command", "--of", "unit", "--on", "2011"}).code, 64);
  const Ended later = a.ask({"command", "--of", "unit", "--on", "2020-01-01"});
  EXPECT_NE(later.output.find("nobody on record"), std::string::npos);
}

}  // namespace sanaq::cli
