#include "sanaq/link/names.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(Names, AreComparedByRoomTextAcrossScripts) {
  const PreparedName cyrillic = text::prepare_name("Айдын Өтегенов"),
                     latin = text::prepare_name("Aidyn Otegenov"),
                     other = text::prepare_name("Роман Сепняков");
  EXPECT_GT(meet(cyrillic, latin).weight_bits, 1);
  EXPECT_LT(meet(cyrillic, other).weight_bits, 0);
  EXPECT_LT(meet(cyrillic, latin).level, meet(cyrillic, other).level);
  EXPECT_EQ(meet(cyrillic, cyrillic).level, 0);
}

}  // namespace
}  // namespace sanaq::link
