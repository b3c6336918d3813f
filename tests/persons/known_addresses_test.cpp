#include "sanaq/persons/known_addresses.h"

#include <gtest/gtest.h>

#include "sanaq/record/record_address.h"

namespace sanaq::persons {
namespace {

const std::string secret(32, 's');
const std::string older(32, 'o');

TEST(KnownAddresses, ARecordIsKnownByEverythingThatItWasEverCalled) {
  Register all;
  all.origins = {"a", "b"};
  all.record_ids = {record::record_address("a"), record::record_address("b")};
  all.addresses.secret = secret;
  all.addresses.all = {secret, older};
  const KnownAddresses known(all);
  EXPECT_EQ(known.record(record::record_address("b")), 1U);
  EXPECT_EQ(known.record(keyed_address(secret, "b")), 1U);
  EXPECT_EQ(known.record(keyed_address(older, "a")), 0U);
  EXPECT_FALSE(known.record("0000000000000000"));
}

}  // namespace
}  // namespace sanaq::persons
