#include "sanaq/link/twin_slips.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/evidence_of_a_table.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {
namespace {

TEST(TwinSlips, AreNotLearntWhereThereAreNoTwins) {
  const EvidenceOfATable town(a_town(100, 30));
  PairModel model = town.learnt().model;
  model.twins.is_known = false;
  model.twins.m = {};
  learn_slips(town.evidence(), model);
  EXPECT_TRUE(model.twins.m.empty());
}

// Births of two copies in three have a wrong digit, given names of none do: a given name that
// differs is then no slip.
TEST(TwinSlips, ComeFromMatchesWhoseBirthsAreAlikeAndNotEqual) {
  record::RecordTable table = a_town(300, 150);
  record::Column& birth = table.columns[2];
  for (std::size_t row = 1, copy = 0; copy < 150; row += 2, ++copy) {
    if (copy % 3 == 0) continue;
    std::string value = birth.values[birth.codes[row]];
    value.back() = value.back() == '5' ? '6' : '5';
    birth.codes[row] = static_cast<std::uint32_t>(birth.values.size());
    birth.values.push_back(value);
    birth.canonical.push_back(value);
  }
  const EvidenceOfATable town(table);
  PairModel model = town.learnt().model;
  const auto place_of = [&](const std::string& column) {
    std::size_t at = 0;
    while (town.columns.features[at].column != column) ++at;
    return at;
  };
  model.twins.is_known = true;
  model.twins.name = town.columns.features.size();
  model.twins.given = place_of("given_name");
  model.twins.birth = place_of("birth");
  learn_slips(town.evidence(), model);
  ASSERT_FALSE(model.twins.m.empty());
  double equal = 0;
  for (std::size_t level = 0; level < exact_levels; ++level) equal += model.twins.m[level];
  EXPECT_GT(equal, 0.75) << "a hundred matches against the twenty that are usual";
  EXPECT_LT(model.twins.m.back(), 0.01);
}

}  // namespace
}  // namespace sanaq::link
