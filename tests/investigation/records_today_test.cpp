#include "sanaq/investigation/records_today.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"
#include "sanaq/exchange/row_words.h"

namespace sanaq::investigation {

TEST(RecordsToday, ARecordIsFoundByItsIdentityAndOnlyIfItsRowSaysWhatWasShown) {
  const Outcome outcome = linked_outcome(invented_lists(), {0, 1, 2, 1, 0, 3}, {});
  const RecordsToday today(outcome);
  for (std::uint32_t record = 0; record < 6; ++record) {
    const std::string& identity = outcome.records.identities[record];
    EXPECT_EQ(today.find(identity), record);
    EXPECT_EQ(today.find(identity, exchange::shown_digest(outcome.records, record)), record);
    EXPECT_EQ(today.find(identity, std::string(32, '0')), std::nullopt);
  }
  EXPECT_EQ(today.find(std::string(32, 'f')), std::nullopt);
}

TEST(RecordsToday, ADecisionOnARowThatSaysSomethingElseIsNotAsRead) {
  const Outcome outcome = linked_outcome(invented_lists(), {0, 1, 2, 1, 0, 3}, {});
  const RecordsToday today(outcome);
  ledger::Decision decision = decision_on(outcome, ledger::Verdict::same, {0, 2}, 1);
  EXPECT_TRUE(today.is_as_read(decision, 0));
  decision.cells[1].digest = std::string(32, '0');
  EXPECT_TRUE(today.is_as_read(decision, 0));
  EXPECT_FALSE(today.is_as_read(decision, 1));
  decision.cells.clear();
  EXPECT_TRUE(today.is_as_read(decision, 1));
  decision.records[1] = std::string(32, 'f');
  EXPECT_FALSE(today.is_as_read(decision, 1));
}

}  // namespace sanaq::investigation
