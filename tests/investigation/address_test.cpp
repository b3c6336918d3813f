#include "sanaq/investigation/address.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {

TEST(Address, IsSixteenHexDigitsOfTheIdentityAlone) {
  const std::string address = record_address("identity");
  EXPECT_EQ(address.size(), 16u);
  EXPECT_EQ(address.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(address, record_address("identity"));
  EXPECT_NE(address, record_address("identity "));
}

}  // namespace sanaq::investigation
