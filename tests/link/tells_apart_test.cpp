#include "sanaq/link/tells_apart.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "link/evidence_of_a_table.h"

namespace sanaq::link {
namespace {

class TellsApart : public testing::Test {
 protected:
  TellsApart() {
    learnt_ = EvidenceOfATable(town_.table).learnt();
    moments_.has_names = true;
  }
  PreparedTable town_{a_town(60, 20)};
  Moments moments_;
  Learnt learnt_;
};

TEST_F(TellsApart, WhatIsPlausibleIsLinkedWithoutAWord) {
  const ToldApart told = tells_apart(town_.records, moments_, learnt_);
  EXPECT_TRUE(told.links);
  EXPECT_TRUE(told.warnings.empty());
}

TEST_F(TellsApart, OfNamesWhoseMatchesCannotBeCountedItIsSaidWhatLinksRestOn) {
  learnt_.is_plausible = false;
  const auto& features = town_.records.columns.features;
  for (std::size_t f = 0; f < features.size(); ++f) {
    const bool is_rare = features[f].column == "surname";
    learnt_.model.fields[f].m = {0.8, 0, 0, 0, 0.2};
    learnt_.model.fields[f].u = {is_rare ? 0.8 / 1024 : 0.8 / 32, 0, 0, 0, 0.9};
  }
  const ToldApart told = tells_apart(town_.records, moments_, learnt_);
  EXPECT_TRUE(told.links);
  ASSERT_EQ(told.warnings.size(), 1u);
  const std::string& columns = told.warnings[0].arguments[0];
  EXPECT_TRUE(columns.starts_with("surname (10 bits), ")) << columns;
  EXPECT_NE(columns.find("given_name (5 bits)"), std::string::npos) << columns;
}

TEST_F(TellsApart, WhereNothingTellsPersonsFromTheirFamiliesNothingIsLinked) {
  learnt_.is_plausible = false;
  learnt_.mostly_differs = true;
  EXPECT_FALSE(tells_apart(town_.records, moments_, learnt_).links);
  learnt_.mostly_differs = false;
  moments_.has_names = false;
  const ToldApart told = tells_apart(town_.records, moments_, learnt_);
  EXPECT_FALSE(told.links);
  ASSERT_EQ(told.warnings.size(), 1u);
  EXPECT_TRUE(told.warnings[0].id.starts_with("nothing was linked"));
}

TEST_F(TellsApart, FieldsThatAllGoTogetherAreSureOfNothing) {
  EXPECT_TRUE(is_sure_of_matches(town_.records, moments_, learnt_));
  moments_.is_hopeless = true;
  EXPECT_FALSE(is_sure_of_matches(town_.records, moments_, learnt_));
}

TEST_F(TellsApart, WhatTheUserKnowsIsSure) {
  moments_.is_hopeless = true;
  learnt_.is_plausible = false;
  Options with_model, with_label;
  with_model.model = Model{};
  with_label.labels = {{"list", "1", "list", "2", true}};
  EXPECT_TRUE(
      is_sure_of_matches(PreparedTable(a_town(60, 20), with_model).records, moments_, learnt_));
  EXPECT_TRUE(
      is_sure_of_matches(PreparedTable(a_town(60, 20), with_label).records, moments_, learnt_));
}

}  // namespace
}  // namespace sanaq::link
