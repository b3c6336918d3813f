#include "sanaq/ledger/retractions.h"

#include <gtest/gtest.h>

namespace sanaq::ledger {

TEST(Retractions, ARetractionOfARetractionRestores) {
  const EntryPlace said{"a", 2}, retraction{"b", 3}, second{"a", 4};
  Retractions retractions;
  EXPECT_TRUE(retractions.retracted().empty());
  retractions.note(retraction, said);
  EXPECT_EQ(retractions.retracted(), std::set<EntryPlace>{said});
  retractions.note(second, retraction);
  EXPECT_EQ(retractions.retracted(), std::set<EntryPlace>{retraction});
  retractions.note({"b", 5}, second);
  EXPECT_EQ(retractions.retracted(), (std::set<EntryPlace>{said, second}));
}

}  // namespace sanaq::ledger
