#include "sanaq/splink/learn.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/splink/score.h"
#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

constexpr double right_town = 0.9, right_given = 0.85;
constexpr std::size_t persons = 4000;

// Every second person twice; the second row's town and given name are sometimes others.
link::Rows register_rows() {
  num::Rng rng(5, "tests.link.learn");
  const auto pick = [&](const char* word, std::size_t many) {
    return word + std::to_string(rng.below(many));
  };
  link::Rows rows;
  for (std::size_t person = 0; person < persons; ++person) {
    const std::vector<std::string> row{pick("given", 60), pick("sur", 300), pick("town", 20),
                                       std::to_string(1930 + rng.below(70)), pick("j", 40)};
    rows.push_back(row);
    if (person % 2 == 1) continue;
    rows.push_back(row);
    if (rng.uniform() > right_given) rows.back()[0] = pick("given", 60);
    if (rng.uniform() > right_town) rows.back()[2] = pick("town", 20);
  }
  return rows;
}

Model settings() {
  Model model;
  for (const char* column : {"given", "surname", "town", "year", "job"}) {
    model.comparisons.push_back(a_comparison(column, {null_of(column), equal_of(column)}));
    for (Level& level : model.comparisons.back().levels) level.m = level.u = 0;
  }
  add_rule(model, "l.surname = r.surname and l.year = r.year");
  add_rule(model, "l.given = r.given and l.job = r.job");
  return model;
}

Learnt learnt_from(const link::Rows& rows, const Model& model, int threads) {
  const record::RecordTable table =
      link::a_table({"given", "surname", "town", "year", "job"}, rows);
  const Levels levels(table, model);
  base::Progress silent;
  link::Workers workers(threads);
  return learn(table, levels, block_table(table, levels, nullptr, false, workers, silent), 1,
               workers, silent);
}

TEST(Learn, FindsTheErrorsThatWereMadeAndTheShareOfMatches) {
  const Learnt learnt = learnt_from(register_rows(), settings(), 2);
  const auto& comparisons = learnt.model.comparisons;
  EXPECT_TRUE(learnt.converged);
  EXPECT_NEAR(comparisons[2].levels[1].m, right_town + (1 - right_town) / 20, 0.02);
  EXPECT_NEAR(comparisons[0].levels[1].m, right_given + (1 - right_given) / 60, 0.03);
  EXPECT_NEAR(comparisons[2].levels[1].u, 1.0 / 20, 0.003);
  EXPECT_NEAR(comparisons[0].levels[1].u, 1.0 / 60, 0.002);
  const double rows = 1.5 * persons, pairs = rows * (rows - 1) / 2;
  EXPECT_NEAR(learnt.model.prior_match * pairs, persons / 2, 0.1 * persons / 2);
  EXPECT_TRUE(learnt.warnings.empty());
  EXPECT_FALSE(must_learn(learnt.model));
}

TEST(Learn, SaysWhatNoRuleLeavesToBeLearnt) {
  Model model = settings();
  model.rules.clear();
  add_rule(model, "l.surname = r.surname and l.year = r.year");
  add_rule(model, "l.given = r.given and l.job = r.job and l.year = r.year");
  const Learnt learnt = learnt_from(register_rows(), model, 2);
  EXPECT_EQ(learnt.warnings.size(), 1u);
  EXPECT_NEAR(learnt.model.comparisons[3].levels[1].m, 0.9, 1e-9);
}

TEST(Learn, TheSameInAnyOrderOfRowsAndOnAnyNumberOfThreads) {
  link::Rows rows = register_rows();
  const Learnt learnt = learnt_from(rows, settings(), 1);
  num::Rng rng(9, "tests.link.learn.order");
  link::Rows others;
  for (const std::uint32_t row : rng.permutation(static_cast<std::uint32_t>(rows.size())))
    others.push_back(rows[row]);
  const Learnt again = learnt_from(others, settings(), 3);
  for (std::size_t at = 0; at < learnt.model.comparisons.size(); ++at) {
    for (std::size_t level = 0; level < 3; ++level) {
      EXPECT_NEAR(again.model.comparisons[at].levels[level].m,
                  learnt.model.comparisons[at].levels[level].m, 1e-12);
      EXPECT_NEAR(again.model.comparisons[at].levels[level].u,
                  learnt.model.comparisons[at].levels[level].u, 1e-12);
    }
  }
  EXPECT_NEAR(again.model.prior_match / learnt.model.prior_match, 1, 1e-9);
}

TEST(Learn, WhatTheModelKnowsStays) {
  Model model = settings();
  model.comparisons[2].levels[1].m = 0.5;
  model.comparisons[0].levels[1].u = 0.125;
  model.prior_match = 0.25;
  const Model learnt = learnt_from(register_rows(), model, 2).model;
  EXPECT_EQ(learnt.comparisons[2].levels[1].m, 0.5);
  EXPECT_NEAR(learnt.comparisons[2].levels[2].m, 0.5, 1e-9);
  EXPECT_EQ(learnt.comparisons[0].levels[1].u, 0.125);
  EXPECT_NEAR(learnt.comparisons[0].levels[2].u, 0.875, 1e-9);
  EXPECT_EQ(learnt.prior_match, 0.25);
}

}  // namespace
}  // namespace sanaq::splink
