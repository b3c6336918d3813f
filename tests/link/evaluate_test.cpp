#include "sanaq/link/evaluate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

using Labels = std::vector<std::uint32_t>;

// The slow twin: every pair of records, and every record, looked at.
struct Slow {
  double shared = 0, linked = 0, truth = 0, belonging = 0, found = 0;
};

Slow slowly(const Labels& linked, const Labels& truth) {
  Slow slow;
  for (std::size_t one = 0; one < linked.size(); ++one) {
    double both = 0, in_linked = 0, in_truth = 0;
    for (std::size_t two = 0; two < linked.size(); ++two) {
      const bool is_linked = linked[one] == linked[two];
      const bool is_true = truth[one] == truth[two];
      both += is_linked && is_true ? 1 : 0;
      in_linked += is_linked ? 1 : 0;
      in_truth += is_true ? 1 : 0;
    }
    slow.shared += (both - 1) / 2;
    slow.linked += (in_linked - 1) / 2;
    slow.truth += (in_truth - 1) / 2;
    slow.belonging += both / in_linked / static_cast<double>(linked.size());
    slow.found += both / in_truth / static_cast<double>(linked.size());
  }
  return slow;
}

Labels drawn_labels(std::size_t count, std::uint32_t persons) {
  Labels labels;
  for (std::size_t at = 0; at < count; ++at)
    labels.push_back(*rc::gen::inRange<std::uint32_t>(0, persons));
  return labels;
}

// A population of persons with one to four records; each record strays to the next person's with
// probability `stray`.
void make_register(std::uint32_t persons, double stray, num::Rng& random, Labels& linked,
                   Labels& truth) {
  for (std::uint32_t person = 0; person < persons; ++person) {
    const std::uint64_t size = 1 + random.below(4);
    for (std::uint64_t record = 0; record < size; ++record) {
      truth.push_back(person);
      linked.push_back(random.uniform() < stray ? (person + 1) % persons : person);
    }
  }
}

TEST(Evaluate, APerfectRegisterIsPerfect) {
  const Labels truth = {0, 0, 1, 2, 2, 2};
  const Labels linked = {7, 7, 3, 9, 9, 9};
  const Evaluation result = evaluate(linked, truth, {});
  for (const Quality* quality : {&result.pairs, &result.persons, &result.b_cubed}) {
    EXPECT_DOUBLE_EQ(quality->precision->value, 1);
    EXPECT_DOUBLE_EQ(quality->recall->value, 1);
    EXPECT_DOUBLE_EQ(quality->f1->value, 1);
  }
  EXPECT_EQ(result.exact_persons, 3);
}

// True persons {a b c} {d e}; linked {a b} {c d} {e}: one of two linked pairs is right, one of four
// true pairs is found.
TEST(Evaluate, AnExampleByHandComesOut) {
  const Labels truth = {0, 0, 0, 1, 1};
  const Labels linked = {0, 0, 1, 1, 2};
  const Evaluation result = evaluate(linked, truth, {});
  EXPECT_DOUBLE_EQ(result.pairs.precision->value, 1.0 / 2);
  EXPECT_DOUBLE_EQ(result.pairs.recall->value, 1.0 / 4);
  EXPECT_DOUBLE_EQ(result.pairs.f1->value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(result.b_cubed.precision->value, (1 + 1 + 0.5 + 0.5 + 1) / 5);
  EXPECT_NEAR(result.b_cubed.recall->value, (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 0.5 + 0.5) / 5, 1e-15);
  EXPECT_EQ(result.exact_persons, 0);
  EXPECT_DOUBLE_EQ(result.persons.recall->value, 0);
  EXPECT_EQ(result.linked_persons, 3);
}

RC_GTEST_PROP(Evaluate, FastAndSlowAgree, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(1, 40);
  const Labels truth = drawn_labels(count, 12);
  const Labels linked = drawn_labels(count, 12);
  EvaluateOptions options;
  options.resamples = 2;
  const Evaluation fast = evaluate(linked, truth, options);
  const Slow slow = slowly(linked, truth);
  RC_ASSERT(fast.pairs.precision.has_value() == (slow.linked > 0));
  RC_ASSERT(fast.pairs.recall.has_value() == (slow.truth > 0));
  if (slow.linked > 0)
    RC_ASSERT(std::abs(fast.pairs.precision->value - slow.shared / slow.linked) < 1e-12);
  if (slow.truth > 0)
    RC_ASSERT(std::abs(fast.pairs.recall->value - slow.shared / slow.truth) < 1e-12);
  RC_ASSERT(std::abs(fast.b_cubed.precision->value - slow.belonging) < 1e-12);
  RC_ASSERT(std::abs(fast.b_cubed.recall->value - slow.found) < 1e-12);
}

RC_GTEST_PROP(Evaluate, OrderAndLabelsChangeNotOneBit, ()) {
  const std::size_t count = *rc::gen::inRange<std::size_t>(2, 40);
  const Labels truth = drawn_labels(count, 12);
  const Labels linked = drawn_labels(count, 12);
  Labels truth_again, linked_again;
  num::Rng random(*rc::gen::arbitrary<std::uint64_t>(), "test");
  for (const std::uint32_t at : random.permutation(static_cast<std::uint32_t>(count))) {
    truth_again.push_back(100 - truth[at]);
    linked_again.push_back(100 - linked[at]);
  }
  EvaluateOptions options;
  options.resamples = 20;
  const Evaluation one = evaluate(linked, truth, options);
  const Evaluation two = evaluate(linked_again, truth_again, options);
  RC_ASSERT(one.b_cubed.precision->value == two.b_cubed.precision->value);
  RC_ASSERT(one.b_cubed.f1->low == two.b_cubed.f1->low);
  RC_ASSERT(one.persons.f1->high == two.persons.f1->high);
}

RC_GTEST_PROP(Evaluate, ASampleOfEverybodyIsAlmostTheTruth, ()) {
  num::Rng random(*rc::gen::arbitrary<std::uint64_t>(), "test");
  Labels linked, truth;
  make_register(500, 0.1, random, linked, truth);
  EvaluateOptions all, sampled;
  all.resamples = 10;
  sampled.reviewed = Reviewed::persons;
  const Evaluation exact = evaluate(linked, truth, all);
  const Evaluation estimated = evaluate(linked, truth, sampled);
  RC_ASSERT(std::abs(exact.pairs.precision->value - estimated.pairs.precision->value) < 0.005);
  RC_ASSERT(std::abs(exact.b_cubed.f1->value - estimated.b_cubed.f1->value) < 0.005);
}

// Intervals that claim 95 % hold the population's value in about 95 % of samples: the point of the
// weights and errors.
double coverage(Reviewed reviewed, std::optional<Measure> Quality::*measure,
                Quality Evaluation::*quality) {
  num::Rng random(5, "test");
  Labels linked, truth;
  make_register(3000, 0.15, random, linked, truth);
  EvaluateOptions all;
  all.resamples = 1;
  const double value = (evaluate(linked, truth, all).*quality.*measure)->value;
  int held = 0;
  const int rounds = 300;
  for (int round = 0; round < rounds; ++round) {
    std::vector<bool> is_chosen(3000);
    for (int draw = 0; draw < 150; ++draw) {
      is_chosen[reviewed == Reviewed::persons ? random.below(3000)
                                              : truth[random.below(truth.size())]] = true;
    }
    Labels reviewed_truth = truth;
    for (std::uint32_t& person : reviewed_truth) person = is_chosen[person] ? person : not_reviewed;
    EvaluateOptions options;
    options.reviewed = reviewed;
    const Evaluation estimated = evaluate(linked, reviewed_truth, options);
    const std::optional<Measure>& estimate = estimated.*quality.*measure;
    held += *estimate->low <= value && value <= *estimate->high ? 1 : 0;
  }
  return static_cast<double>(held) / rounds;
}

TEST(Evaluate, IntervalsOfSampledPersonsHoldTheTruthAsOftenAsTheySay) {
  EXPECT_NEAR(coverage(Reviewed::persons, &Quality::precision, &Evaluation::pairs), 0.95, 0.04);
  EXPECT_NEAR(coverage(Reviewed::persons, &Quality::f1, &Evaluation::b_cubed), 0.95, 0.04);
}

TEST(Evaluate, IntervalsOfPersonsFoundThroughRecordsHoldTheTruthAsOftenAsTheySay) {
  EXPECT_NEAR(coverage(Reviewed::records, &Quality::recall, &Evaluation::pairs), 0.95, 0.04);
  EXPECT_NEAR(coverage(Reviewed::records, &Quality::recall, &Evaluation::persons), 0.95, 0.04);
}

TEST(Evaluate, WithoutWeightsPersonsFoundThroughRecordsWouldMislead) {
  const Labels truth = {0, 1, 1, 1, 1};
  const Labels linked = {0, 1, 1, 2, 2};
  EvaluateOptions options;
  options.reviewed = Reviewed::persons;
  EXPECT_NEAR(evaluate(linked, truth, options).persons.recall->value, 0.5, 1e-12);
  options.reviewed = Reviewed::records;
  EXPECT_GT(evaluate(linked, truth, options).persons.recall->value, 0.75);
}

TEST(Evaluate, TheBootstrapIntervalHoldsTheValueAndNarrowsWithMorePersons) {
  double width_before = 1;
  for (const std::uint32_t persons : {50U, 500U, 5000U}) {
    num::Rng random(8, "test");
    Labels linked, truth;
    make_register(persons, 0.1, random, linked, truth);
    const Evaluation result = evaluate(linked, truth, {});
    const Measure& measure = *result.pairs.f1;
    EXPECT_LE(*measure.low, measure.value);
    EXPECT_GE(*measure.high, measure.value);
    EXPECT_LT(*measure.high - *measure.low, width_before / 2);
    width_before = *measure.high - *measure.low;
  }
}

TEST(Evaluate, OnePersonHasNoInterval) {
  EvaluateOptions options;
  options.reviewed = Reviewed::records;
  const Evaluation result = evaluate(Labels{0, 0, 1}, Labels{0, 0, 0}, options);
  EXPECT_NEAR(result.pairs.recall->value, 1.0 / 3, 1e-12);
  EXPECT_FALSE(result.pairs.recall->low.has_value());
}

TEST(Evaluate, NothingReviewedHasNoMeasure) {
  EvaluateOptions options;
  options.reviewed = Reviewed::persons;
  const Evaluation result = evaluate(Labels{0, 1}, Labels{not_reviewed, not_reviewed}, options);
  EXPECT_FALSE(result.pairs.precision.has_value());
  EXPECT_EQ(result.true_persons, 0);
}

TEST(Evaluate, LinksThatLeadOutOfAReviewedPersonCostPrecision) {
  EvaluateOptions options;
  options.reviewed = Reviewed::persons;
  const Evaluation result =
      evaluate(Labels{0, 0, 0, 1, 1}, Labels{5, 5, not_reviewed, 6, 6}, options);
  EXPECT_LT(result.pairs.precision->value, 1);
  EXPECT_DOUBLE_EQ(result.pairs.recall->value, 1);
}

}  // namespace
}  // namespace sanaq::link
