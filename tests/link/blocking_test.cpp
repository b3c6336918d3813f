#include "sanaq/link/blocking.h"

#include <gtest/gtest.h>

#include <set>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"

namespace sanaq::link {
namespace {

struct Met {
  std::size_t piece = 0;
  std::uint32_t left = 0, right = 0, fields = 0;
  bool operator==(const Met&) const = default;
};

// All pairs, piece by piece.
std::vector<Met> visited(const record::RecordTable& table, const std::vector<Rule>& rules,
                         const std::vector<Key>& keys, const std::vector<bool>& is_linkable,
                         const Columns& columns, int threads) {
  base::Progress silent;
  Workers workers(threads);
  Comparers comparers([&] { return std::make_unique<Comparer>(columns.features); });
  std::vector<std::vector<Met>> pieces;
  visit_pairs(rules, keys, make_pair_space(table, as_they_stand(table)), is_linkable, comparers,
              workers, silent,
              {[&](std::size_t count) { pieces.resize(count); },
               [&](std::size_t piece, std::size_t) -> Visit {
                 return [&, piece](std::span<const MetPair> pairs) {
                   for (const auto& [left, right, fields, open, levels] : pairs)
                     pieces[piece].push_back({piece, left, right, fields});
                 };
               }});
  std::vector<Met> all;
  for (const std::vector<Met>& piece : pieces) all.insert(all.end(), piece.begin(), piece.end());
  return all;
}

TEST(Blocking, VisitsEveryPairOfTheRulesOnce) {
  const record::RecordTable table = a_town(60, 20);
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  const auto rules =
      parse_rules({"surname", "given_name,birth_year"}, table, as_they_stand(table), columns, keys);
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen, expected;
  for (const Met& met :
       visited(table, rules, keys, std::vector<bool>(table.record_count(), true), columns, 1)) {
    EXPECT_TRUE(seen.insert(std::minmax(met.left, met.right)).second) << "a pair came twice";
  }
  for (std::uint32_t left = 0; left < table.record_count(); ++left) {
    for (std::uint32_t right = left + 1; right < table.record_count(); ++right) {
      if (meets(rules[0], keys, left, right) || meets(rules[1], keys, left, right))
        expected.emplace(left, right);
    }
  }
  EXPECT_EQ(seen, expected);
  EXPECT_GE(seen.size(), 20u);
}

TEST(Blocking, LeavesOutRecordsThatMayNotBeLinked) {
  const record::RecordTable table = a_town(20, 20);
  const Columns columns = columns_of(table);
  std::vector<bool> may(table.record_count(), true);
  may[0] = false;
  const std::vector<Met> all = visited(table, {{"*", {}, 0}}, {}, may, columns, 1);
  EXPECT_EQ(all.size(), 39u * 38 / 2);
  for (const Met& met : all) EXPECT_NE(std::min(met.left, met.right), 0u);
}

TEST(Blocking, APieceHoldsTheSamePairsOnAnyNumberOfThreads) {
  const record::RecordTable table = a_town(900, 300);
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  std::vector<Rule> rules =
      parse_rules({"surname[1:1]", "birth_year"}, table, as_they_stand(table), columns, keys);
  rules.push_back({"*", {}, 0});
  const std::vector<bool> may(table.record_count(), true);
  const std::vector<Met> one = visited(table, rules, keys, may, columns, 1),
                         several = visited(table, rules, keys, may, columns, 3);
  EXPECT_EQ(one.size(), 1200u * 1199 / 2);
  EXPECT_GT(one.back().piece, 5u);
  EXPECT_TRUE(one == several);
}

// Of a rule that is a sample: the pairs that have a probe among the two, as many as the weight
// says.
TEST(Blocking, ASampledRuleGivesItsShareOfPairsWhateverTheOrder) {
  const record::RecordTable table = a_town(900, 300);
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  std::vector<Rule> rules =
      parse_rules({"surname[1:1]"}, table, as_they_stand(table), columns, keys);
  const std::vector<bool> may(table.record_count(), true);
  const auto all = visited(table, rules, keys, may, columns, 1).size();
  rules[0].probes = 0.3;
  const std::vector<Met> sample = visited(table, rules, keys, may, columns, 1);
  EXPECT_NEAR(static_cast<double>(sample.size()) * rules[0].weight() / static_cast<double>(all), 1,
              0.1);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  const std::uint64_t limit = mark_limit(0.3);
  for (const Met& met : sample)
    EXPECT_TRUE(space.marks[met.left] < limit || space.marks[met.right] < limit);
}

// One by one: each two records, of a list without duplicates none; twice where two values agree.
TEST(Blocking, PairsAreCountedWithoutVisitingThem) {
  record::RecordTable table = a_town(200, 60);
  table.lists.push_back(table.lists[0]);
  table.lists[1].one_per_person = true;
  for (std::size_t record = 1; record < table.record_count(); record += 2)
    table.list_of[record] = 1;
  const Columns columns = columns_of(table);
  const PairSpace space = make_pair_space(table, as_they_stand(table));
  std::vector<Key> keys;
  base::Progress silent;
  Workers workers(1);
  for (const Rule& rule : parse_rules({"surname[1:1]", "birth_year,surname[2:2]", "*"}, table,
                                      as_they_stand(table), columns, keys)) {
    double pairs = 0;
    for (std::uint32_t right = 0; right < table.record_count(); ++right) {
      for (std::uint32_t left = 0; left < right; ++left)
        pairs += space.may_meet(left, right) && meets(rule, keys, left, right);
    }
    EXPECT_EQ(PairCounter(keys, space, workers, silent).count(rule), pairs) << rule.name;
    EXPECT_GT(pairs, 100);
  }
}

TEST(Blocking, OnlyTheFirstRulesAreVisitedWhereTheOthersAreAsked) {
  const record::RecordTable table = a_town(100, 50);
  const Columns columns = columns_of(table);
  std::vector<Key> keys;
  const std::vector<Rule> rules =
      parse_rules({"surname", "given_name"}, table, as_they_stand(table), columns, keys);
  base::Progress silent;
  Workers workers(1);
  Comparers comparers([&] { return std::make_unique<Comparer>(columns.features); });
  const std::vector<bool> may(table.record_count(), true);
  std::size_t with_others = 0, pairs_met = 0;
  visit_pairs(rules, keys, make_pair_space(table, as_they_stand(table)), may, comparers, workers,
              silent,
              {[](std::size_t) {},
               [&](std::size_t, std::size_t rule) -> Visit {
                 EXPECT_EQ(rule, 0u);
                 return [&](std::span<const MetPair> pairs) {
                   pairs_met += pairs.size();
                   for (const MetPair& pair : pairs)
                     with_others += pair.fields == (1U << columns.features.size()) - 1;
                 };
               },
               {},
               1});
  EXPECT_GE(pairs_met, 50u);
  EXPECT_GE(with_others, 40u) << "their given names agree too, so that no field is chosen by both";
}

TEST(Blocking, TwoRecordsOfAListWithoutDuplicatesAreNoPair) {
  record::RecordTable table = a_town(20, 20);
  table.lists[0].one_per_person = true;
  table.lists.push_back(table.lists[0]);
  for (std::size_t record = 1; record < table.record_count(); record += 2)
    table.list_of[record] = 1;
  const Columns columns = columns_of(table);
  const std::vector<bool> may(table.record_count(), true);
  const std::vector<Met> all = visited(table, {{"*", {}, 0}}, {}, may, columns, 1);
  EXPECT_EQ(all.size(), 20u * 20u);
  for (const Met& met : all) EXPECT_NE(table.list_of[met.left], table.list_of[met.right]);
}

}  // namespace
}  // namespace sanaq::link
