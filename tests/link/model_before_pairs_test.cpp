#include "sanaq/link/model_before_pairs.h"

#include <gtest/gtest.h>

#include <numeric>

#include "link/a_prepared_table.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

// 3,000 persons in 200 streets, each of which belongs to one of 60 postcodes.
record::RecordTable streets_with_postcodes() {
  num::Rng rng(11, "tests.link.streets");
  const auto word = [&](std::size_t length) {
    std::string text;
    for (std::size_t at = 0; at < length; ++at)
      text += static_cast<char>((at % 2 == 0 ? "bdgklmnrst" : "aeiouaeiou")[rng.below(10)]);
    return text;
  };
  std::vector<std::string> streets;
  for (int at = 0; at < 200; ++at) streets.push_back(word(9));
  Rows rows;
  for (int person = 0; person < 3000; ++person) {
    const std::size_t street = rng.below(200);
    rows.push_back({word(6), word(8),
                    std::to_string(1920 + rng.below(80)) + "-0" + std::to_string(1 + rng.below(9)) +
                        "-1" + std::to_string(rng.below(10)),
                    streets[street], "pc" + std::to_string(1000 + 7 * (street % 60))});
    if (person % 10 == 0) rows.push_back(rows.back());
  }
  return a_table({"given_name", "surname", "birth", "street", "postcode"}, rows);
}

class Streets : public testing::Test {
 protected:
  std::size_t field(const std::string& column) const {
    const auto& features = town_.records.columns.features;
    return static_cast<std::size_t>(
        std::find_if(features.begin(), features.end(),
                     [&](const Feature& feature) { return feature.column == column; }) -
        features.begin());
  }
  static double equal(const std::vector<double>& u) {
    return std::accumulate(u.begin(), u.begin() + exact_levels, 0.0);
  }

  PreparedTable town_{streets_with_postcodes()};
  ChanceAgreement chance_ = estimate_chance(town_.records, town_.crew);
  PairModel model_ = model_before_pairs(town_.records, chance_, town_.crew);
};

// Of 60 postcodes each has three or four of 200 streets.
TEST_F(Streets, AreSharedFarMoreOftenByThoseOfOnePostcode) {
  const std::size_t street = field("street"), postcode = field("postcode");
  ASSERT_LT(std::max(street, postcode), model_.fields.size());
  EXPECT_NEAR(equal(model_.fields[street].u), 1.0 / 200, 0.002);
  const auto& parents = model_.fields[street].parents;
  const auto parent = std::find_if(parents.begin(), parents.end(), [&](const Parent& of) {
    return of.field == postcode && of.level == -1;
  });
  ASSERT_NE(parent, parents.end());
  EXPECT_NEAR(equal(parent->u), 60.0 / 200, 0.02);
}

// What holds of one level of equality is asked before what holds of whichever.
TEST_F(Streets, ParentsOfALevelStandBeforeThatOfAll) {
  std::size_t with_level = 0;
  for (const FieldModel& of : model_.fields) {
    for (std::size_t at = 0; at < of.parents.size(); ++at) {
      with_level += of.parents[at].level >= 0;
      for (std::size_t later = at + 1; later < of.parents.size(); ++later)
        EXPECT_FALSE(of.parents[at].level < 0 && of.parents[later].field == of.parents[at].field);
    }
  }
  EXPECT_GE(with_level, 1u);
}

TEST_F(Streets, NamesDependOnNothing) {
  EXPECT_TRUE(model_.fields[field("given_name")].parents.empty());
  EXPECT_TRUE(model_.fields[field("surname")].parents.empty());
}

TEST_F(Streets, TheModelKnowsTheRecordsItIsOf) {
  ASSERT_TRUE(model_.space);
  EXPECT_EQ(model_.space->record_count(), town_.table.record_count());
  EXPECT_EQ(model_.fields.size(), town_.records.columns.features.size());
}

}  // namespace
}  // namespace sanaq::link
