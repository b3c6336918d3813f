#include "sanaq/link/known_model.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"
#include "link/a_town_of_names.h"
#include "sanaq/link/link.h"

namespace sanaq::link {
namespace {

class KnownModel : public testing::Test {
 protected:
  static Options with_model(Model model) {
    Options options;
    options.model = std::move(model);
    return options;
  }
  static Model learnt() {
    base::Progress silent;
    static const Model model = link(a_town_of_names(1200, 2), {}, silent).model;
    return model;
  }
};

TEST_F(KnownModel, HasTheFieldsOfTheseListsByTheirNames) {
  const PreparedTable town(a_town_of_names(300, 2), with_model(learnt()));
  const PairModel model = known_model(town.records);
  const auto& features = town.records.columns.features;
  ASSERT_EQ(model.fields.size(), features.size());
  EXPECT_EQ(model.prior_match, learnt().prior_match);
  for (std::size_t f = 0; f < features.size(); ++f) {
    const auto& comparisons = town.options.model->comparisons;
    const auto of = std::find_if(comparisons.begin(), comparisons.end(), [&](const Comparison& at) {
      return at.column == features[f].column;
    });
    ASSERT_NE(of, comparisons.end());
    EXPECT_EQ(model.fields[f].m[0], of->levels[0].m);
  }
  EXPECT_TRUE(warnings_of_known_model(town.records).empty());
}

TEST_F(KnownModel, ColumnsThatTheListsDoNotHaveAreNamed) {
  Model model = learnt();
  model.comparisons.push_back(model.comparisons.front());
  model.comparisons.back().column = "shoe size";
  const PreparedTable town(a_town_of_names(300, 2), with_model(model));
  const std::vector<base::Message> warnings = warnings_of_known_model(town.records);
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].arguments, std::vector<std::string>{"shoe size"});
}

TEST_F(KnownModel, RulesOfColumnsThatTheListsDoNotHaveAreLeftOutAndNamed) {
  Model model = learnt();
  model.rules = {{"birth,place", 0}, {"shoe size", 0}, {"name_key2", 0}};
  PreparedTable town(a_town_of_names(300, 2), with_model(model));
  const KnownRules known = known_rules(town.records, town.crew);
  ASSERT_EQ(known.rules.size(), 2u);
  EXPECT_EQ(known.rules[0].name, "birth,place");
  EXPECT_EQ(known.rules[1].name, "name_key2");
  for (const Rule& rule : known.rules) {
    for (const std::size_t key : rule.keys) EXPECT_LT(key, known.keys.size());
  }
  ASSERT_EQ(known.warnings.size(), 1u);
  EXPECT_EQ(known.warnings[0].arguments, std::vector<std::string>{"shoe size"});
}

TEST_F(KnownModel, IsHandedOutWithWhatWasUsedOfIt) {
  Model model = learnt();
  model.comparisons.push_back(model.comparisons.front());
  model.comparisons.back().column = "shoe size";
  model.em_iterations = 17;
  const PreparedTable town(a_town_of_names(300, 2), with_model(model));
  const Model used =
      known_model_as_used(town.records, known_model(town.records), {{"birth", {}, 12}}, 0.03);
  EXPECT_EQ(used.comparisons.size(), town.records.columns.features.size());
  ASSERT_EQ(used.rules.size(), 1u);
  EXPECT_EQ(used.rules[0].rule, "birth");
  EXPECT_EQ(used.rules[0].pairs, 12);
  EXPECT_EQ(used.recall_lost, 0.03);
  EXPECT_EQ(used.em_iterations, 17) << "it was learnt by these, wherever";
  EXPECT_EQ(used.prior_match, model.prior_match);
}

}  // namespace
}  // namespace sanaq::link
