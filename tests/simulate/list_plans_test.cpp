#include "sanaq/simulate/list_plans.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sanaq::simulate {
namespace {

TEST(ListPlans, FiveListsHaveThreeScriptsAndSeveralEncodings) {
  std::set<Script> scripts;
  std::set<std::string> encodings;
  std::set<char> delimiters;
  for (const ListPlan& plan : standard_plans(5)) {
    scripts.insert(plan.script);
    encodings.insert(plan.encoding);
    delimiters.insert(plan.delimiter);
  }
  EXPECT_EQ(scripts.size(), 3U);
  EXPECT_GE(encodings.size(), 3U);
  EXPECT_GE(delimiters.size(), 3U);
}

TEST(ListPlans, APartnerIsAnEarlierList) {
  const auto plans = standard_plans(list_count_max);
  for (std::size_t at = 0; at < plans.size(); ++at) {
    EXPECT_LT(plans[at].partner.value_or(0), std::max<std::size_t>(at, 1)) << plans[at].name;
  }
}

TEST(ListPlans, EveryListHasANameAndItsOwnFile) {
  std::set<std::string> files;
  for (const ListPlan& plan : standard_plans(list_count_max)) {
    files.insert(plan.file);
    EXPECT_TRUE(
        std::any_of(plan.columns.begin(), plan.columns.end(), [](const PlannedColumn& column) {
          return column.field == record::Field::name || column.field == record::Field::family;
        }));
  }
  EXPECT_EQ(files.size(), static_cast<std::size_t>(list_count_max));
}

}  // namespace
}  // namespace sanaq::simulate
