#include "sanaq/simulate/capture.h"

#include <gtest/gtest.h>

namespace sanaq::simulate {
namespace {

double share(const std::vector<bool>& caught) {
  double sum = 0;
  for (const bool is_caught : caught) sum += is_caught ? 1 : 0;
  return sum / static_cast<double>(caught.size());
}

// Lincoln-Petersen from the first two lists, as a share of the truth: 1 where lists are
// independent.
double petersen_share(double dependence) {
  const auto persons = invent_persons(20000, 11);
  const auto caught = capture(persons, standard_plans(2), dependence, dependence, 11);
  double both = 0;
  for (std::size_t at = 0; at < persons.size(); ++at)
    both += caught[0][at] && caught[1][at] ? 1 : 0;
  return share(caught[0]) * share(caught[1]) * static_cast<double>(persons.size()) / both;
}

TEST(Capture, EachListSeesTheShareItWasPlannedToSee) {
  const auto persons = invent_persons(20000, 4);
  const auto plans = standard_plans(list_count_max);
  for (const double dependence : {0.0, 1.0, 3.0}) {
    const auto caught = capture(persons, plans, dependence, dependence, 4);
    for (std::size_t at = 0; at < plans.size(); ++at)
      EXPECT_NEAR(share(caught[at]), plans[at].coverage, 0.015) << plans[at].name;
  }
}

TEST(Capture, IndependentListsLetPetersenFindTheTruth) {
  EXPECT_NEAR(petersen_share(0), 1.0, 0.04);
}

TEST(Capture, DependentListsMakePetersenSeeTooFew) {
  const double some = petersen_share(1);
  EXPECT_LT(some, 0.85);
  EXPECT_LT(petersen_share(2), some - 0.1);
}

// Two lists that do not know of each other: those who are on both are more than chance would have
// it when some people are better known to every list.
TEST(Capture, HeterogeneityAloneMakesIndependentListsLookDependent) {
  const std::vector<Person> persons = invent_persons(20000, 3);
  std::vector<ListPlan> plans = standard_plans(2);
  const auto excess = [&](double heterogeneity) {
    const auto caught = capture(persons, plans, 0, heterogeneity, 5);
    double first = 0, second = 0, both = 0;
    for (std::size_t at = 0; at < persons.size(); ++at) {
      first += caught[0][at];
      second += caught[1][at];
      both += caught[0][at] && caught[1][at];
    }
    return both * static_cast<double>(persons.size()) / (first * second);
  };
  EXPECT_NEAR(excess(0), 1, 0.06);
  EXPECT_GT(excess(2), 1.2);
}

}  // namespace
}  // namespace sanaq::simulate
