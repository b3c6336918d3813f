#include "sanaq/workspace/review_waiting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/persons/decisions.h"
#include "workspace/a_counted_bench.h"

namespace sanaq::workspace {
namespace {

TEST(ReviewWaiting, APairThatWasAnsweredWaitsNoMore) {
  const ACountedBench counted;
  const HeldNow held = counted.bench->held();
  ASSERT_TRUE(held && held->reach >= Reach::linked);
  const WaitingTasks before = review_waiting(held, counted.folder);
  EXPECT_EQ(before, review_waiting(held, counted.folder)) << "worked out once";
  const auto pair = std::find_if(before->begin(), before->end(), [](const auto& task) {
    return task.kind == investigation::TaskKind::pair;
  });
  ASSERT_NE(pair, before->end());
  ledger::Decision decision;
  decision.verdict = ledger::Verdict::different;
  for (const std::uint32_t record : pair->records) {
    decision.records.push_back(held->outcome.records.identities[record]);
    decision.cells.push_back(
        persons::cells_read(held->outcome.records, held->outcome.list_fields, record));
  }
  counted.bench->write(
      [&](ledger::Writer& writer) { writer.append("decision", ledger::body_of(decision)); });
  EXPECT_EQ(review_waiting(held, counted.folder)->size(), before->size() - 1);
  EXPECT_EQ(decisions_in_force_of(counted.folder).size(), 1U);
  EXPECT_EQ(decisions_entered_of(counted.folder).size(), 1U);
}

TEST(ReviewWaiting, AFolderWithoutALedgerHasNoDecisions) {
  const help::Scratch scratch;
  EXPECT_TRUE(decisions_in_force_of(scratch.path()).empty());
  EXPECT_TRUE(decisions_entered_of(scratch.path()).empty());
}

}  // namespace
}  // namespace sanaq::workspace
