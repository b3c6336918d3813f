#include "sanaq/persons/decisions.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::persons {
namespace {

using ledger::Decision;
using ledger::Verdict;

base::Progress silent;
const base::Catalog english;

// One invented list as it is now, with its history.
class AList {
 public:
  explicit AList(bool has_ids) : has_ids_(has_ids) { history_.list = "list"; }

  struct Row {
    int id;
    std::string name, birth;
  };
  void take(const std::vector<Row>& rows) {
    std::string csv = has_ids_ ? "id,name,birth\n" : "name,birth\n";
    for (const Row& row : rows)
      csv += (has_ids_ ? std::to_string(row.id) + "," : "") + row.name + "," + row.birth + "\n";
    tables::ListSource source;
    source.name = "list";
    source.path = "list.csv";
    tables::IngestedList list = tables::ingest_bytes(source, csv, silent);
    records = std::move(list.records);
    fields = {fields_of(records)};
    const std::string version = std::to_string(++versions_);
    add_version(history_, version, "list.csv", records.identities, versions_);
  }
  [[nodiscard]] Decision decide(Verdict verdict, const std::vector<std::uint32_t>& at) const {
    Decision decision;
    decision.verdict = verdict;
    for (const std::uint32_t record : at) {
      decision.records.push_back(records.identities[record]);
      decision.cells.push_back(cells_read(records, fields, record));
    }
    return decision;
  }
  [[nodiscard]] AppliedDecisions apply(const std::vector<Decision>& decisions) const {
    return apply_decisions(decisions, records, std::vector<bool>(records.record_count(), true),
                           {history_});
  }

  record::RecordTable records;
  ListFields fields;

 private:
  bool has_ids_;
  int versions_ = 0;
  ListHistory history_;
};

std::vector<AList::Row> invented_rows(int count) {
  std::vector<AList::Row> rows;
  for (int at = 0; at < count; ++at)
    rows.push_back({at + 1, "Name" + std::to_string(at) + " Of" + std::to_string(at * 7 % 997),
                    std::to_string(1940 + at % 60) + "-0" + std::to_string(1 + at % 9) + "-11"});
  return rows;
}

// The list of the issue: 50 rows corrected, 3 deleted, 20 inserted at the top. Rows that changed or
// went, by their number before.
std::vector<AList::Row> corrected(std::vector<AList::Row> rows, std::set<std::uint32_t>& touched) {
  std::mt19937_64 random(20111216);
  const auto count = rows.size();
  while (touched.size() < 53) touched.insert(static_cast<std::uint32_t>(random() % count));
  std::vector<AList::Row> now;
  for (int at = 0; at < 20; ++at)
    now.push_back({100000 + at, "Newly Found" + std::to_string(at), "1970-01-01"});
  std::size_t number = 0;
  for (std::uint32_t at = 0; at < count; ++at) {
    AList::Row row = rows[at];
    if (touched.contains(at)) {
      if (++number % 17 == 0) continue;  // deleted
      row.birth = "1939-12-0" + std::to_string(1 + number % 9);
    }
    now.push_back(row);
  }
  return now;
}

void ten_thousand_decisions_survive(bool has_ids) {
  AList list(has_ids);
  const std::vector<AList::Row> rows = invented_rows(6000);
  list.take(rows);
  std::vector<Decision> decisions;
  std::vector<std::vector<std::uint32_t>> decided;
  for (std::uint32_t at = 0; at < 10000; ++at) {
    const std::uint32_t left = at % 6000;
    const std::uint32_t right = (left + 1 + at / 6000) % 6000;
    decided.push_back({left, right});
    decisions.push_back(list.decide(Verdict::different, decided.back()));
  }
  ASSERT_EQ(list.apply(decisions).applied, 10000);
  std::set<std::uint32_t> touched;
  list.take(corrected(rows, touched));
  ASSERT_EQ(list.records.record_count(), 6000u - 3 + 20);
  const AppliedDecisions applied = list.apply(decisions);
  std::set<std::vector<std::string>> for_review;
  for (const ForReview& item : applied.for_review) for_review.insert(item.decision.records);
  std::int64_t expected = 0;
  for (std::size_t at = 0; at < decided.size(); ++at) {
    const bool is_touched = touched.contains(decided[at][0]) || touched.contains(decided[at][1]);
    expected += is_touched ? 1 : 0;
    EXPECT_EQ(for_review.contains(decisions[at].records), is_touched) << at;
  }
  EXPECT_GT(expected, 100);
  EXPECT_EQ(applied.applied, 10000 - expected);
  EXPECT_EQ(applied.pairs.size(), static_cast<std::size_t>(10000 - expected));
}

TEST(Decisions, TenThousandSurviveACorrectedListWithIds) { ten_thousand_decisions_survive(true); }
TEST(Decisions, TenThousandSurviveACorrectedListWithoutIds) {
  ten_thousand_decisions_survive(false);
}

TEST(Decisions, SameIsAChainAndDifferentIsEachPair) {
  AList list(true);
  list.take(invented_rows(6));
  const AppliedDecisions applied = list.apply(
      {list.decide(Verdict::same, {0, 1, 2}), list.decide(Verdict::different, {3, 4, 5})});
  EXPECT_EQ(applied.applied, 2);
  std::set<std::tuple<std::uint32_t, std::uint32_t, bool>> pairs;
  for (const link::Decision& pair : applied.pairs) pairs.emplace(pair.left, pair.right, pair.same);
  EXPECT_EQ(pairs, (std::set<std::tuple<std::uint32_t, std::uint32_t, bool>>{
                       {0, 1, true}, {1, 2, true}, {3, 4, false}, {3, 5, false}, {4, 5, false}}));
}

TEST(Decisions, ANewerOneCountsAndTheOlderIsShown) {
  AList list(true);
  list.take(invented_rows(4));
  // 0 = 1 = 2 by the two newer ones; the older one says that 0 and 2 are two.
  const AppliedDecisions applied =
      list.apply({list.decide(Verdict::different, {0, 2}), list.decide(Verdict::same, {0, 1}),
                  list.decide(Verdict::same, {1, 2})});
  EXPECT_EQ(applied.applied, 2);
  ASSERT_EQ(applied.for_review.size(), 1u);
  EXPECT_EQ(applied.for_review[0].setback, Setback::overruled);
  EXPECT_EQ(applied.for_review[0].decision.verdict, Verdict::different);
}

TEST(Decisions, ARecordOutOfScopeBindsNothingElse) {
  AList list(true);
  list.take(invented_rows(3));
  const AppliedDecisions applied =
      list.apply({list.decide(Verdict::same, {0, 1}), list.decide(Verdict::out_of_scope, {1})});
  EXPECT_EQ(applied.out_of_scope, (std::vector<std::uint32_t>{1}));
  EXPECT_TRUE(applied.pairs.empty());
  EXPECT_EQ(applied.applied, 2);
}

TEST(Decisions, ARowThatIsNobodyIsLeftOutAndNamedApart) {
  AList list(true);
  list.take(invented_rows(4));
  const AppliedDecisions applied =
      list.apply({list.decide(Verdict::same, {0, 1}), list.decide(Verdict::out_of_scope, {2}),
                  list.decide(Verdict::no_person, {1, 3})});
  EXPECT_EQ(applied.out_of_scope, (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(applied.no_person, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_TRUE(applied.pairs.empty());
  EXPECT_EQ(applied.applied, 3);
}

TEST(Decisions, WhoeverIsUnsureBindsNothingAndIsNotAskedAgainForACorrectedRow) {
  AList list(true);
  std::vector<AList::Row> rows = invented_rows(3);
  list.take(rows);
  const std::vector<Decision> decisions = {list.decide(Verdict::unsure, {0, 1})};
  rows[1].birth = "1911-01-01";
  list.take(rows);
  const AppliedDecisions applied = list.apply(decisions);
  EXPECT_EQ(applied.applied, 0);
  EXPECT_TRUE(applied.pairs.empty());
  EXPECT_TRUE(applied.for_review.empty());
}

TEST(Decisions, AColumnThatIsReadLaterChangesNothing) {
  AList list(false);
  list.take(invented_rows(3));
  const Decision decision = list.decide(Verdict::same, {0, 2});
  AList::Row row = invented_rows(1)[0];
  // The same rows, and a column more: every identity is new, what the reviewer read is not.
  tables::ListSource source;
  source.name = "list";
  source.path = "list.csv";
  std::string csv = "name,birth,sex\n";
  for (const AList::Row& each : invented_rows(3)) csv += each.name + "," + each.birth + ",m\n";
  const auto wider = tables::ingest_bytes(source, csv, silent);
  ListHistory history;
  add_version(history, "1", "list.csv", list.records.identities, 1);
  add_version(history, "2", "list.csv", wider.records.identities, 2);
  EXPECT_NE(wider.records.identities, list.records.identities);
  const auto applied = apply_decisions({decision}, wider.records, {true, true, true}, {history});
  EXPECT_EQ(applied.applied, 1);
}

TEST(Decisions, WhatIsNotAppliedSaysWhyInTheTable) {
  AList list(true);
  std::vector<AList::Row> rows = invented_rows(3);
  list.take(rows);
  Decision gone = list.decide(Verdict::same, {1, 2});
  gone.by = "A. Tester";
  gone.place = {std::string(64, 'a'), 7};
  rows[1].birth = "1911-01-01";
  rows.pop_back();
  list.take(rows);
  const auto applied = list.apply({gone});
  ASSERT_EQ(applied.for_review.size(), 2u);
  EXPECT_EQ(applied.for_review[0].setback, Setback::changed);
  EXPECT_EQ(applied.for_review[1].setback, Setback::removed);
  const std::string csv = review_csv(applied.for_review, {}, list.records, english);
  EXPECT_NE(csv.find("aaaaaaaa:7;same;;A. Tester;list;2;3;the record was corrected"),
            std::string::npos)
      << csv;
  EXPECT_NE(csv.find("sanaq retract aaaaaaaa:7"), std::string::npos);
}

// Whatever is decided in whatever order, what is applied never contradicts itself.
TEST(Decisions, WhatIsAppliedNeverContradictsItself) {
  AList list(true);
  list.take(invented_rows(8));
  rc::check([&] {
    std::vector<Decision> decisions;
    const int count = *rc::gen::inRange(1, 12);
    for (int at = 0; at < count; ++at) {
      const auto left = *rc::gen::inRange<std::uint32_t>(0, 8);
      const auto right = (left + *rc::gen::inRange<std::uint32_t>(1, 8)) % 8;
      decisions.push_back(list.decide(
          *rc::gen::arbitrary<bool>() ? Verdict::same : Verdict::different, {left, right}));
    }
    const AppliedDecisions applied = list.apply(decisions);
    std::vector<int> person{0, 1, 2, 3, 4, 5, 6, 7};
    for (const link::Decision& pair : applied.pairs) {
      if (!pair.same) continue;
      const int old_person = person[pair.left];
      for (int& each : person) {
        if (each == old_person) each = person[pair.right];
      }
    }
    for (const link::Decision& pair : applied.pairs)
      RC_ASSERT(pair.same || person[pair.left] != person[pair.right]);
    RC_ASSERT(applied.applied >= 1);  // the newest one always counts
    RC_ASSERT(static_cast<std::size_t>(applied.applied) + applied.for_review.size() ==
              decisions.size());
  });
}

}  // namespace
}  // namespace sanaq::persons
