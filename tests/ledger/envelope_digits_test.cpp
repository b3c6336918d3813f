#include "sanaq/ledger/envelope_digits.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::ledger {
namespace {

TEST(EnvelopeDigits, OneIsCalledByAsManyDigitsAsTellItFromTheOthers) {
  const std::vector<std::string_view> envelopes = {"abcd11", "abce22", "abce33"};
  EXPECT_EQ(envelope_called(envelopes, "abcd"), 0U);
  EXPECT_EQ(envelope_called(envelopes, "abce3"), 2U);
  EXPECT_EQ(envelope_called(envelopes, "abcf"), std::nullopt);
  EXPECT_EQ(envelope_called(envelopes, "abcd111"), std::nullopt);
  EXPECT_THROW((void)envelope_called(envelopes, "abce"), base::Error);
}

TEST(EnvelopeDigits, FewerThanFourCallNothingEvenWhereThereIsOneAlone) {
  EXPECT_EQ(envelope_called({"abcd11"}, "abc"), std::nullopt);
  EXPECT_EQ(envelope_called({"abcd11"}, ""), std::nullopt);
}

}  // namespace
}  // namespace sanaq::ledger
