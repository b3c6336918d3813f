#include "sanaq/ledger/grounds.h"

#include <gtest/gtest.h>

namespace sanaq::ledger {

TEST(Grounds, AWordThatNobodyKnowsIsNotPassedOn) {
  for (const std::string_view word : grounds) EXPECT_EQ(ground_of(word), word);
  for (const std::string_view word : {"", "Order", "the mother of Ivan asked"})
    EXPECT_EQ(ground_of(word), "not-given");
}

}  // namespace sanaq::ledger
