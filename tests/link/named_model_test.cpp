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

}  // namespace
}  // namespace sanaq::link
