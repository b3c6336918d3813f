#include "sanaq/link/named_model.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {
namespace {

TEST(Model, HandedOutAndTakenBackItWeighsTheSame) {
  const record::RecordTable table = a_town(60, 20);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  PairModel model = first_model(columns.features,
                                chance_agreement(columns.features, comparer, marks_of(table), 1),
                                excess_agreement(columns.features), {3160, 0, {false}, {3160}});
  model.fields[1].parents.push_back({0, model.fields[1].u});
  const PairModel back = model_of_columns(named_model(model, columns.features, {}, {}, 0),
                                          columns.features, {}, nullptr);
  ASSERT_EQ(back.fields.size(), model.fields.size());
  for (std::size_t f = 0; f < model.fields.size(); ++f)
    EXPECT_EQ(back.fields[f].m, model.fields[f].m);
  ASSERT_EQ(back.fields[1].parents.size(), 1u);
  EXPECT_EQ(back.fields[1].parents[0].field, 0u);
  EXPECT_EQ(back.fields[1].parents[0].u, model.fields[1].u);
  EXPECT_EQ(back.prior_match, model.prior_match);
}

TEST(Model, WhatTwoListsAreLikeIsTakenBackByTheirNames) {
  const record::RecordTable table = a_town(60, 20);
  const Columns columns = columns_of(table);
  Comparer comparer(columns.features);
  PairModel model = first_model(columns.features,
                                chance_agreement(columns.features, comparer, marks_of(table), 1),
                                excess_agreement(columns.features), {3160, 0, {false}, {3160}});
  FieldModel& field = model.fields[1];
  field.m.assign(field.m.size(), 0.1);
  field.u = field.m;
  for (const double share : {0.2, 0.3, 0.4})  // within the first, between both, within the second
    field.by_group.push_back({std::vector<double>(field.m.size(), share),
                              std::vector<double>(field.m.size(), share / 2)});
  const record::List one{.name = "one", .file = "", .version = ""},
      two{.name = "two", .file = "", .version = ""},
      other{.name = "other", .file = "", .version = ""};
  const Model handed = named_model(model, columns.features, {one, two}, {}, 0);
  const auto between = [&](const Model& known, const std::vector<record::List>& lists) {
    std::vector<double> shares;
    const PairModel back = model_of_columns(known, columns.features, lists, nullptr);
    for (const FieldModel::OfGroup& group : back.fields[1].by_group) {
      EXPECT_EQ(group.u.front(), group.m.front() == 0.1 ? 0.1 : group.m.front() / 2);
      shares.push_back(group.m.front());
    }
    return shares;
  };
  using Shares = std::vector<double>;
  EXPECT_EQ(between(handed, {one, two}), (Shares{0.2, 0.3, 0.4}));
  EXPECT_EQ(between(handed, {two, one}), (Shares{0.4, 0.3, 0.2}));
  EXPECT_EQ(between(handed, {one, other}), (Shares{0.2, 0.1, 0.1}));  // what holds of all lists
  EXPECT_EQ(between(handed, {other}), Shares());
  Model cut = handed;  // a file in which a level was forgotten
  for (Between& of : cut.comparisons[1].between) of.u.pop_back();
  EXPECT_EQ(between(cut, {one, two}), Shares());
}

}  // namespace
}  // namespace sanaq::link
