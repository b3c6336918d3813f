#include "sanaq/exchange/choose_engine.h"

#include <gtest/gtest.h>

#include "splink/a_model.h"

namespace sanaq::exchange {
namespace {

TEST(ChooseEngine, AModelOfSplinkIsUsedAndHandedOutAndWithoutOneOurOwnEngineLinks) {
  const record::RecordTable table = splink::misspelt(200);
  base::Progress silent;
  const auto model = std::make_shared<const splink::Model>(splink::a_model_of_all_kinds());
  const splink::Linked as_splink = link_table(table, {}, model, silent);
  EXPECT_EQ(as_splink.model, model);
  ASSERT_FALSE(as_splink.result.model.comparisons.empty());
  EXPECT_EQ(as_splink.result.model.comparisons[0].kind, "splink");
  const splink::Linked own = link_table(table, {}, nullptr, silent);
  EXPECT_EQ(own.model, nullptr);
  ASSERT_FALSE(own.result.model.comparisons.empty());
  EXPECT_NE(own.result.model.comparisons[0].kind, "splink");
}

}  // namespace
}  // namespace sanaq::exchange
