#include "sanaq/cli/ask_acts.h"

#include <gtest/gtest.h>

#include "cli/a_case.h"

namespace sanaq::cli {

TEST(AskActs, CountsPeopleOnceAndByMonth) {
  const ACase a;
  const auto all = a.json({"acts"})["rows"][0];
  EXPECT_EQ(all["acts"]["high"], 3);
  EXPECT_EQ(all["victims"]["low"], 5);
  EXPECT_EQ(all["victims"]["high"], 6);
  EXPECT_EQ(a.json({"acts", "--by", "month"})["rows"].size(), 2U);
  EXPECT_EQ(a.json({"acts", "--by", "perpetrator"})["rows"][0]["label"], "The Unit");
  EXPECT_EQ(a.ask({"acts", "--by", "colour"}).code, 64);
}

}  // namespace sanaq::cli
