#include "sanaq/investigation/steps.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/caller.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

// As an older version left them: no entry names them.
void keep_maps(Steps& steps) {
  for (const persons::ListHistory& history : steps.outcome().histories)
    base::write_file_whole(steps.outcome().folder + "/" + ledger::unnamed_map_file(history.list),
                           persons::history_text(history));
}

TEST(Steps, WhatIsUpToDateIsTakenUpAndSaysTheSame) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  Steps first(folder, caller, {});
  first.ingest();
  first.link();
  first.estimate();
  Steps second(folder, caller, {});
  EXPECT_TRUE(second.is_ingested());
  EXPECT_TRUE(second.is_linked());
  ASSERT_TRUE(second.recall_estimate());
  EXPECT_EQ(second.outcome().estimate->estimate->median,
            first.outcome().estimate->estimate->median);
}

TEST(Steps, AnOverwrittenListIsANewVersionAndUnchangedRowsKeepTheirAddress) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  std::vector<std::string> ids;
  {
    Steps first(folder, caller, {});  // nobody else does steps here while it lives
    first.ingest();
    keep_maps(first);
    ids = first.outcome().record_ids;
  }
  scratch.write("town/lists/hospital.csv", std::string(help::hospital_rows) +
                                               "5,Дәулетхан Елтаев,1950-01-01,2011-12-16,Square\n");
  Steps second(folder, caller, {});
  EXPECT_FALSE(second.is_ingested());
  second.ingest();
  EXPECT_EQ(second.outcome().lists[0].change.unchanged, 4);
  EXPECT_EQ(second.outcome().lists[0].change.added, 1);
  for (std::size_t record = 0; record < 4; ++record)
    EXPECT_EQ(second.outcome().record_ids[record], ids[record]);
}

TEST(Steps, RecordsOutsideTheScopeAreCountedApart) {
  const help::Scratch scratch;
  Steps steps(help::small_investigation(scratch, "[scope]\nfrom = 2011-12-16\nto = 2011-12-17\n"),
              caller, {});
  steps.ingest();
  std::int64_t outside = 0;
  for (const ListReport& list : steps.outcome().lists) outside += list.out_of_scope;
  EXPECT_EQ(outside, 1);
}

// Who is in one person with the first record.
std::size_t records_of_first_person(Steps& steps) {
  steps.ingest();
  steps.link();
  return steps.outcome().persons.front().records.size();
}

TEST(Steps, ReviewersDecisionsBindTheRegister) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  Outcome before;
  {
    Steps steps(folder, caller, {});  // nobody else does steps here while it lives
    ASSERT_EQ(records_of_first_person(steps), 3u);
    keep_maps(steps);
    before = std::move(steps.outcome());
  }
  const record::RecordTable& records = before.records;
  const auto enter = [&](ledger::Verdict verdict, std::vector<std::uint32_t> at) {
    ledger::Decision decision;
    decision.verdict = verdict;
    for (const std::uint32_t record : at) {
      decision.records.push_back(records.identities[record]);
      decision.cells.push_back(persons::cells_read(records, before.list_fields, record));
    }
    ledger::Writer writer(folder);
    writer.append("decision", ledger::body_of(decision));
  };
  enter(ledger::Verdict::different, {0, 4});  // the hospital's first record, the morgue's first
  enter(ledger::Verdict::out_of_scope, {3});
  {
    Steps after(folder, caller, {});
    EXPECT_FALSE(after.is_linked());
    EXPECT_LT(records_of_first_person(after), 3u);
    EXPECT_EQ(after.outcome().decisions_applied, 2);
    // The union's row stays with one of the two: one more person, and one less by scope.
    EXPECT_EQ(after.outcome().persons.size(), before.persons.size());
    EXPECT_EQ(after.outcome().lists[0].out_of_scope, before.lists[0].out_of_scope + 1);
  }

  // The record is corrected: the decision on it waits for a second look.
  std::string rows = help::hospital_rows;
  rows.replace(rows.find("1970-02-03"), 10, "1970-02-04");
  scratch.write("town/lists/hospital.csv", rows);
  Steps corrected(folder, caller, {});
  corrected.ingest();
  corrected.link();
  EXPECT_EQ(corrected.outcome().decisions_applied, 1);
  ASSERT_EQ(corrected.outcome().decisions_for_review.size(), 1u);
  EXPECT_TRUE(base::file_exists(folder + "/review.csv"));
  EXPECT_NE(corrected.outcome().warnings.back().english().find("review.csv"), std::string::npos);
}

// The sentences that say why the number may not be quoted, of links that lose so large a share of
// the pairs of one person.
std::vector<std::string> reasons_where_links_lose(double share) {
  const help::Scratch scratch;
  Steps steps(help::small_investigation(scratch), caller, {});
  steps.ingest();
  steps.link();
  steps.outcome().link.model.recall_lost = share;
  steps.estimate();
  std::vector<std::string> reasons;
  for (const base::Message& reason : steps.outcome().estimate->reasons)
    reasons.push_back(reason.english());
  return reasons;
}

TEST(Steps, LinksThatLoseTooMuchAreAReasonNotToQuoteTheNumber) {
  const std::vector<std::string> before = reasons_where_links_lose(link::recall_lost_most);
  std::vector<std::string> after = reasons_where_links_lose(link::recall_lost_most + 0.03);
  ASSERT_EQ(after.size(), before.size() + 1);
  const auto said = std::find_if(after.begin(), after.end(), [](const std::string& reason) {
    return reason.starts_with("about 8 % of the pairs of one person are expected not to be found");
  });
  ASSERT_NE(said, after.end());
  after.erase(said);
  EXPECT_EQ(after, before);
}

TEST(Steps, AnewIsTheSameAndLeavesNothingBehind) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  Steps steps(folder, caller, {}, Reuse::nothing);
  steps.ingest();
  steps.link();
  steps.estimate();
  EXPECT_FALSE(base::folder_exists(folder + "/.sanaq"));
  EXPECT_FALSE(base::folder_exists(folder + "/lists/.versions"));
  Steps kept(folder, caller, {});
  kept.ingest();
  kept.link();
  kept.estimate();
  for (std::size_t step = 0; step < 3; ++step)
    EXPECT_EQ(steps.outcome().steps[step].outputs, kept.outcome().steps[step].outputs);
}

}  // namespace
}  // namespace sanaq::investigation
