#include "sanaq/persons/address.h"

#include <gtest/gtest.h>

#include "sanaq/base/hmac.h"
#include "sanaq/base/sha256.h"
#include "sanaq/record/record_address.h"

namespace sanaq::persons {
namespace {

const std::string secret(32, 's'), older(32, 'o');

TEST(Address, TheIdIsSixteenHexDigitsOfTheIdentityAlone) {
  const std::string address = record::record_address("identity");
  EXPECT_TRUE(is_person_id(address));
  EXPECT_EQ(address, record::record_address("identity"));
  EXPECT_NE(address, record::record_address("identity "));
}

TEST(Address, TheAddressIsMadeUnderTheSecret) {
  const std::string address = keyed_address(secret, "identity");
  EXPECT_TRUE(is_person_id(address));
  EXPECT_EQ(address, base::hmac_sha256_hex(secret, "sanaq record\nidentity").substr(0, 16));
  EXPECT_NE(address, keyed_address(older, "identity"));
  EXPECT_NE(address, record::record_address("identity"));
}

TEST(Address, AnOlderAddressLeadsOnOnlyIfItWasPublic) {
  AddressBook book;
  book.secret = secret;
  book.leading = {older};
  EXPECT_TRUE(book.older_addresses("identity").empty());
  book.published = {keyed_address(older, "identity")};
  EXPECT_EQ(book.older_addresses("identity"),
            std::vector<std::string>{keyed_address(older, "identity")});
  EXPECT_TRUE(book.older_addresses("another").empty());
  book.leads_from_ids = true;
  EXPECT_EQ(book.older_addresses("another"),
            std::vector<std::string>{record::record_address("another")});
}

TEST(Address, TheSecretIsAnInputAndWhatWasPublishedOnlyWhereItLeadsOn) {
  AddressBook book;
  EXPECT_EQ(book.digest(), "");
  book.secret = secret;
  const std::string digest = book.digest();
  book.published = {"00000000000000aa"};
  EXPECT_EQ(book.digest(), digest);
  book.leading = {older};
  const std::string leading = book.digest();
  EXPECT_NE(leading, digest);
  book.published.insert("00000000000000bb");
  EXPECT_NE(book.digest(), leading);
  AddressBook another;
  another.secret = older;
  EXPECT_NE(another.digest(), digest);
  EXPECT_EQ(digest.find(secret), std::string::npos);
}

TEST(Address, ACommitmentIsOpenedByItsSaltAndTellsNothingWithoutIt) {
  const std::string hash = base::sha256_hex("a list");
  const Commitment made = commitment_to(secret, "hospital", hash);
  EXPECT_EQ(made.commitment, base::sha256_hex(made.salt + hash));
  EXPECT_NE(made.salt, commitment_to(secret, "morgue", hash).salt);
  EXPECT_NE(made.salt, commitment_to(older, "hospital", hash).salt);
  EXPECT_NE(made.salt, commitment_to(secret, "hospital", base::sha256_hex("another")).salt);
}

}  // namespace
}  // namespace sanaq::persons
