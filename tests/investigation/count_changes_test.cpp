#include "sanaq/investigation/count_changes.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {
namespace {

base::Progress silent_counts;
const base::Catalog english_counts;
const Caller counts_caller{silent_counts, english_counts};

// Two persons of the register are one.
void decide_same(const std::string& folder, const Outcome& outcome) {
  ledger::Decision decision;
  for (const std::size_t person : {0U, 1U}) {
    const std::uint32_t record = outcome.persons[person].records.front();
    decision.records.push_back(outcome.records.identities[record]);
    decision.cells.push_back(persons::cells_read(outcome.records, outcome.list_fields, record));
  }
  ledger::Writer writer(folder);
  writer.append("decision", ledger::body_of(decision));
}

}  // namespace

TEST(CountChanges, TheCountThatFollowsAnAnswerStandsBesideTheOneBefore) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  const Outcome first = estimate_total(folder, counts_caller);
  EXPECT_FALSE(last_count_and_before(folder)) << "one count is no change";
  EXPECT_FALSE(last_count_and_before(scratch / "nowhere"));
  decide_same(folder, first);
  const Outcome second = estimate_total(folder, counts_caller);
  const auto counts = last_count_and_before(folder);
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->first, count_of(second));
  EXPECT_EQ(counts->second, count_of(first));
  EXPECT_EQ(counts->first.persons, static_cast<std::int64_t>(second.persons.size()));
  EXPECT_EQ(counts->first.links, counts->first.records - counts->first.persons);
  EXPECT_EQ(counts->first.decisions, 1);
  (void)estimate_total(folder, counts_caller);
  EXPECT_EQ(last_count_and_before(folder), counts) << "nothing was counted anew";
}

TEST(CountChanges, NoCellStandsThereAndADamagedLineTellsNothing) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  const Outcome first = estimate_total(folder, counts_caller);
  decide_same(folder, first);
  (void)estimate_total(folder, counts_caller);
  const std::string text = base::read_file(folder + "/.sanaq/counts.jsonl");
  EXPECT_EQ(text.find("Айбар"), std::string::npos);
  EXPECT_EQ(text.find("1970"), std::string::npos);
  const auto whole = last_count_and_before(folder);
  ASSERT_TRUE(whole);
  scratch.write("town/.sanaq/counts.jsonl", text + "{\"link\":5}\n{\"link\":\"a\"");
  EXPECT_EQ(last_count_and_before(folder), whole);
  scratch.write("town/.sanaq/counts.jsonl", "nothing\n");
  EXPECT_FALSE(last_count_and_before(folder));
}

TEST(CountChanges, OnlyTheLastThirtyAreKept) {
  const help::Scratch scratch;
  Outcome outcome;
  outcome.folder = scratch / "town";
  for (int at = 0; at < 40; ++at) {
    outcome.keys.link = std::to_string(at);
    keep_count(outcome);
  }
  const std::string text = base::read_file(scratch / "town/.sanaq/counts.jsonl");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 30);
  EXPECT_EQ(last_count_and_before(outcome.folder)->first.link, "39");
}

}  // namespace sanaq::investigation
