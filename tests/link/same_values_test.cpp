#include "sanaq/link/same_values.h"

#include <gtest/gtest.h>

#include "sanaq/link/model.h"

namespace sanaq::link {
namespace {

TEST(SameValues, EachBecomesTheFirstOfItsGroupInItsColumnAlone) {
  const std::vector<SameValues> same{{"occupation", {{"driller", "бурильщик"}, {"cook", "аспаз"}}},
                                     {"place", {{"old town", "ескі қала"}}}};
  std::vector<std::string> texts{"", "бурильщик", "cook", "аспаз", "guard", "ескі қала"};
  merge_same_values(same, "occupation", texts);
  EXPECT_EQ(texts, (std::vector<std::string>{"", "driller", "cook", "cook", "guard", "ескі қала"}));
  const std::vector<std::string> before = texts;
  merge_same_values({}, "occupation", texts);
  EXPECT_EQ(texts, before);
}

}  // namespace
}  // namespace sanaq::link
