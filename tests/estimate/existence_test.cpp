#include "sanaq/estimate/existence.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <Eigen/LU>
#include <algorithm>

#include "sanaq/estimate/hierarchy.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

Eigen::MatrixXd design_of(const Hierarchy& model, int lists) {
  const auto cells = (Eigen::Index{1} << lists) - 1;
  Eigen::MatrixXd design =
      Eigen::MatrixXd::Zero(cells, 1 + lists + static_cast<Eigen::Index>(model.size()));
  for (Eigen::Index cell = 0; cell < cells; ++cell) {
    const auto listed = static_cast<std::uint32_t>(cell + 1);
    design(cell, 0) = 1;
    for (int list = 0; list < lists; ++list) design(cell, 1 + list) = (listed >> list) & 1U;
    for (std::size_t t = 0; t < model.size(); ++t) {
      design(cell, 1 + lists + static_cast<Eigen::Index>(t)) =
          (listed & model[t]) == model[t] ? 1 : 0;
    }
  }
  return design;
}

}  // namespace

TEST(Existence, FullTablesReachTheirMaximum) {
  for (const auto& model : all_hierarchies(4)) {
    const auto vanishes = vanishing_cells(design_of(model, 4), Eigen::VectorXd::Ones(15));
    EXPECT_EQ(std::count(vanishes.begin(), vanishes.end(), true), 0);
  }
}

TEST(Existence, TheArtificialTableOfChanSilvermanAndVincentVanishesAsTheySay) {
  Eigen::VectorXd counts(7);
  counts << 40, 30, 6, 20, 0, 0, 0;  // A B AB C AC BC ABC
  const auto independent = vanishing_cells(design_of({}, 3), counts);
  EXPECT_EQ(std::count(independent.begin(), independent.end(), true), 0);
  const auto with_ab = vanishing_cells(design_of({0b011}, 3), counts);
  EXPECT_EQ(with_ab, (std::vector<bool>{false, false, false, false, true, true, true}));
}

TEST(Existence, AMarginOfZeroTakesItsCells) {
  Eigen::VectorXd counts(7);
  counts << 40, 30, 6, 20, 0, 9, 0;  // nobody on A and C
  const auto vanishes = vanishing_cells(design_of({0b101}, 3), counts);
  EXPECT_EQ(vanishes, (std::vector<bool>{false, false, false, false, true, false, true}));
}

// The claim of the theorem itself: random directions never show a recession that the programme
// missed, and what it found vanishes along some direction of the null space.
RC_GTEST_PROP(Existence, NoRandomDirectionRefutesIt, (std::uint64_t seed)) {
  num::Rng rng(seed, "existence");
  const auto models = all_hierarchies(4);
  const auto design = design_of(models[static_cast<std::size_t>(rng.below(models.size()))], 4);
  Eigen::VectorXd counts(15);
  for (auto& count : counts) count = rng.uniform() < 0.5 ? 0 : 3;
  const auto vanishes = vanishing_cells(design, counts);
  for (Eigen::Index cell = 0; cell < 15; ++cell)
    RC_ASSERT(!(vanishes[static_cast<std::size_t>(cell)] && counts[cell] > 0));
  for (int trial = 0; trial < 300; ++trial) {
    Eigen::VectorXd direction(design.cols());
    for (auto& step : direction) step = static_cast<double>(rng.below(5)) - 2;
    const Eigen::VectorXd move = design * direction;
    bool recedes = true;
    for (Eigen::Index cell = 0; cell < 15; ++cell)
      recedes = recedes && (counts[cell] > 0 ? move[cell] == 0 : move[cell] <= 0);
    if (!recedes) continue;
    for (Eigen::Index cell = 0; cell < 15; ++cell)
      RC_ASSERT(move[cell] == 0 || vanishes[static_cast<std::size_t>(cell)]);
  }
}

TEST(Existence, IndependentColumnsSpanAll) {
  Eigen::MatrixXd design(3, 4);
  design << 1, 1, 2, 0, 0, 1, 1, 0, 0, 0, 0, 1;
  EXPECT_EQ(independent_columns(design), (std::vector<Eigen::Index>{0, 1, 3}));
}

}  // namespace sanaq::estimate
