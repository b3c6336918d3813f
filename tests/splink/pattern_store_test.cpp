#include "sanaq/splink/pattern_store.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

TEST(PatternStore, GivesBackWhatWasPutInHoweverWideItIs) {
  const std::vector<std::uint32_t> low{0, 65533, 0xFFFFFFFFU, 7}, high{0, 1, 2, 3};
  PatternStore narrow(65534, false, 6), wide(65535, false, 6), both(65534, true, 6);
  for (PatternStore* store : {&narrow, &wide, &both}) {
    store->put(2, low.data(), high.data(), 4);
    const std::uint64_t above = store == &both ? std::uint64_t{1} << 32 : 0;
    EXPECT_EQ(store->at(2), 0u);
    EXPECT_EQ(store->at(3), 65533 + above);
    EXPECT_EQ(store->at(4), PatternStore::dropped);
    EXPECT_EQ(store->at(5), 7 + 3 * above);
  }
}

}  // namespace
}  // namespace sanaq::splink
