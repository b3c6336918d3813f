#include "sanaq/link/kept_pairs.h"

#include <gtest/gtest.h>

#include <set>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"

namespace sanaq::link {
namespace {

// All pairs of a town, seen by the model before; then another model is learnt.
class KeptPairsOfATown : public testing::Test {
 protected:
  static constexpr double many_pairs = 1e9;

  KeptPairsOfATown() {
    model_ = first_model(columns_.features,
                         chance_agreement(columns_.features, comparers_.here(), space_.marks, 1),
                         excess_agreement(columns_.features), {3160, 0, {false, false, false}, {}});
    model_.space = std::make_shared<const PairSpace>(space_);
  }

  void visit(KeptPairs& kept, PatternCounts& counts) {
    visit_pairs(
        {{"*", {}, 0}}, {}, space_, columns_.is_linkable, comparers_, workers_, silent_,
        {[&](std::size_t pieces) { kept.expect(pieces); },
         [&](std::size_t piece, std::size_t) -> Visit {
           return [&, take = kept.begin(piece)](std::span<const MetPair> pairs) {
             std::vector<std::uint32_t> patterns;
             for (const MetPair& pair : pairs)
               patterns.push_back(counts.add(comparers_.here(), pair.levels, pair.left, pair.right,
                                             {0, 0, space_.group(pair.left, pair.right)}));
             take(pairs, patterns);
           };
         }});
  }

  // m of levels that differ times `factor`, of equality divided by it.
  PairModel learnt(double factor) const {
    PairModel model = model_;
    for (std::size_t f = 0; f < model.fields.size(); ++f) {
      std::vector<double>& m = model.fields[f].m;
      for (std::size_t level = 0; level < m.size(); ++level)
        m[level] *=
            is_different(columns_.features[f].kind, static_cast<int>(level)) ? factor : 1 / factor;
    }
    return model;
  }

  std::size_t not_kept(const KeptPairs& kept, const PairModel& model, double least) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> known;
    for (const auto& piece : kept.pieces()) {
      for (const KeptPair& pair : piece) known.insert(std::minmax(pair.left, pair.right));
    }
    PairScorer scorer(model, comparers_.here());
    std::size_t lost = 0;
    std::array<std::int8_t, 32> levels{};
    for (std::uint32_t right = 0; right < space_.record_count(); ++right) {
      for (std::uint32_t left = 0; left < right; ++left) {
        if (!space_.may_meet(left, right)) continue;
        comparers_.here().compare(left, right, levels.data());
        lost +=
            scorer.log_ratio(levels.data(), left, right) >= least && !known.count({left, right});
      }
    }
    return lost;
  }

  base::Progress silent_;
  Workers workers_{1};
  record::RecordTable table_ = a_town_of_names(150, 2);
  Columns columns_ = columns_of(table_);
  PairSpace space_ = make_pair_space(table_, as_they_stand(table_));
  Comparers comparers_{[this] { return std::make_unique<Comparer>(columns_.features); }};
  PairModel model_;
};

TEST_F(KeptPairsOfATown, AreAllThatTheLearntModelFindsWorthWeighingWhereTheySayThatTheyHoldAll) {
  constexpr double least = 2;
  KeptPairs kept(model_, {least, least}, space_, comparers_, many_pairs, 1000000);
  PatternCounts counts;
  visit(kept, counts);
  int holding = 0, failing = 0;
  for (const double factor : {0.5, 1.0, 2.0, 4.0, 1000.0, 1e6}) {
    const PairModel now = learnt(factor);
    if (kept.holds_all(now, {least, least}, counts)) {
      ++holding;
      EXPECT_EQ(not_kept(kept, now, least), 0u) << factor;
    } else {
      ++failing;
    }
  }
  EXPECT_GE(holding, 1);
  EXPECT_GE(failing, 1) << "a model that thinks otherwise altogether";
}

TEST_F(KeptPairsOfATown, ThatWeighFarTooLittleAreForgottenAndVisitedAllTheSame) {
  KeptPairs kept(model_, {5, 5}, space_, comparers_, many_pairs, 1000000);
  PatternCounts counts;
  visit(kept, counts);
  std::size_t count = 0;
  for (const auto& piece : kept.pieces()) count += piece.size();
  EXPECT_LT(static_cast<std::int64_t>(count), kept.visited() / 2);
  EXPECT_EQ(static_cast<double>(kept.visited()), space_.pair_count());
}

TEST_F(KeptPairsOfATown, DoNotHoldAllWhereTheyWouldBeTooMany) {
  KeptPairs kept(model_, {2, 2}, space_, comparers_, many_pairs, 10);
  PatternCounts counts;
  visit(kept, counts);
  EXPECT_FALSE(kept.holds_all(model_, {2, 2}, counts));
}

TEST_F(KeptPairsOfATown, OfFewNoneIsForgotten) {
  KeptPairs kept(model_, {5, 5}, space_, comparers_, 1000, 1000000);
  PatternCounts counts;
  visit(kept, counts);
  EXPECT_TRUE(kept.holds_all(learnt(1e6), {-50, -50}, counts));
  EXPECT_EQ(not_kept(kept, model_, -50), 0u);
}

}  // namespace
}  // namespace sanaq::link
