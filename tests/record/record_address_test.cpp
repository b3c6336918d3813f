#include "sanaq/record/record_address.h"

#include <gtest/gtest.h>

namespace sanaq::record {
namespace {

TEST(RecordAddress, IsSixteenDigitsThatTheIdentityAloneDecides) {
  const std::string address = record_address("identity");
  EXPECT_EQ(16U, address.size());
  EXPECT_EQ(std::string::npos, address.find_first_not_of("0123456789abcdef"));
  EXPECT_EQ(address, record_address("identity"));
  EXPECT_NE(address, record_address("identity "));
}

}  // namespace
}  // namespace sanaq::record
