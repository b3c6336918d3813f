#include "sanaq/link/learning_pairs.h"

#include <gtest/gtest.h>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"

namespace sanaq::link {
namespace {

class LearningPairsOfATown : public testing::Test {
 protected:
  LearningPairsOfATown() {
    learning_ = parse_rules({"name_initial", "birth_monthday"}, table_, order_, columns_, keys_);
    learning_[0].probes = 0.4;
    chosen_ = parse_rules({"birth", "name_key2"}, table_, order_, columns_, keys_);
  }

  LearningPairs kept(int threads) {
    Workers workers(threads);
    return {learning_, keys_, space_, columns_.is_linkable, comparers_, workers, silent_};
  }

  // Slow twin: the pairs of all rules are visited at once.
  std::vector<PatternCounts::Pattern> counted_at_once(std::vector<Rule> rules, bool with_chosen) {
    const std::size_t before = rules.size();
    rules.insert(rules.end(), learning_.begin(), learning_.end());
    PatternCounts counts;
    visit_pairs(rules, keys_, space_, columns_.is_linkable, comparers_, workers_, silent_,
                {[](std::size_t) {},
                 [&](std::size_t, std::size_t rule) -> Visit {
                   const std::uint32_t sample =
                       rules[rule].probes < 1 ? static_cast<std::uint32_t>(rule) + 1 : 0;
                   return [&, rule, sample](std::span<const MetPair> pairs) {
                     if (rule < before && !with_chosen) return;
                     for (const MetPair& pair : pairs)
                       counts.add(comparers_.here(), pair.levels, pair.left, pair.right,
                                  {pair.fields, sample, space_.group(pair.left, pair.right)});
                   };
                 }});
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (rules[rule].probes < 1)
        counts.weigh(static_cast<std::uint32_t>(rule) + 1, rules[rule].weight());
    }
    return counts.sorted();
  }

  void expect_same(const std::vector<PatternCounts::Pattern>& left,
                   const std::vector<PatternCounts::Pattern>& right) {
    ASSERT_EQ(left.size(), right.size());
    EXPECT_GT(left.size(), 20u);
    for (std::size_t at = 0; at < left.size(); ++at) {
      EXPECT_EQ(left[at].levels, right[at].levels);
      EXPECT_EQ(left[at].fields, right[at].fields);
      EXPECT_EQ(left[at].group, right[at].group);
      EXPECT_EQ(left[at].count, right[at].count);
      EXPECT_EQ(left[at].squares, right[at].squares);
      EXPECT_EQ(left[at].sharing, right[at].sharing);
    }
  }

  base::Progress silent_;
  Workers workers_{1};
  record::RecordTable table_ = a_town_of_names(400, 2);
  std::vector<std::uint32_t> order_ = as_they_stand(table_);
  Columns columns_ = columns_of(table_);
  PairSpace space_ = make_pair_space(table_, order_);
  std::vector<Key> keys_;
  std::vector<Rule> learning_, chosen_;
  Comparers comparers_{[this] { return std::make_unique<Comparer>(columns_.features); }};
};

TEST_F(LearningPairsOfATown, AreCountedAsIfTheyWereVisitedAgain) {
  expect_same(kept(1).count(space_, 1, comparers_, workers_, silent_).sorted(),
              counted_at_once({}, true));
}

TEST_F(LearningPairsOfATown, BesideChosenRulesAreThoseThatNoChosenRuleFinds) {
  LearningPairs pairs = kept(1);
  pairs.leave_out(chosen_, keys_, space_, workers_, silent_);
  expect_same(pairs.count(space_, 3, comparers_, workers_, silent_).sorted(),
              counted_at_once(chosen_, false));
}

TEST_F(LearningPairsOfATown, AreTheSameOnAnyNumberOfThreads) {
  const LearningPairs one = kept(1), three = kept(3);
  ASSERT_EQ(one.pieces().size(), three.pieces().size());
  for (std::size_t piece = 0; piece < one.pieces().size(); ++piece) {
    ASSERT_EQ(one.pieces()[piece].size(), three.pieces()[piece].size());
    for (std::size_t at = 0; at < one.pieces()[piece].size(); ++at) {
      EXPECT_EQ(one.pieces()[piece][at].left, three.pieces()[piece][at].left);
      EXPECT_EQ(one.pieces()[piece][at].right, three.pieces()[piece][at].right);
    }
  }
}

}  // namespace
}  // namespace sanaq::link
