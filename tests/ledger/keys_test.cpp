#include "sanaq/ledger/keys.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {

TEST(Keys, ASignatureHoldsForItsTextAndItsWriterAlone) {
  const ALedger ledger;
  const Key key = make_key(ledger.folder(), "A. Tester", std::nullopt);
  const Key other = make_key(ledger.folder(), "B. Tester", std::nullopt);
  const std::string signature = key.sign("text", std::nullopt);
  EXPECT_TRUE(signature_holds("text", signature, key.writer()));
  EXPECT_FALSE(signature_holds("texT", signature, key.writer()));
  EXPECT_FALSE(signature_holds("text", signature, other.writer()));
  EXPECT_FALSE(signature_holds("text", "AAAA", key.writer()));
}

TEST(Keys, AKeyWithAPassphraseSignsOnlyWithIt) {
  const ALedger ledger;
  const Key key = make_key(ledger.folder(), "", "open sesame");
  EXPECT_TRUE(key.has_passphrase());
  EXPECT_THROW((void)key.sign("text", std::nullopt), base::Error);
  EXPECT_THROW((void)key.sign("text", "open barley"), base::Error);
  EXPECT_TRUE(signature_holds("text", key.sign("text", "open sesame"), key.writer()));
}

TEST(Keys, AMovedFolderKeepsItsWriterAndACopiedOneBeginsANewOne) {
  const ALedger ledger;
  const std::string first = ledger.write(1);
  EXPECT_EQ(ledger.write(1), first);
  (void)ledger.copy("case", "copy");
  EXPECT_NE(ledger.write(1, "copy"), first);
  EXPECT_EQ(ledger.write(1), first);
  std::filesystem::rename(ledger.folder(), ledger.folder("moved"));
  EXPECT_EQ(ledger.write(1, "moved"), first);
}

TEST(Keys, KeysAreTheirOwnersAlone) {
  const ALedger ledger;
  const Key key = make_key(ledger.folder(), "", std::nullopt);
  const auto permissions =
      std::filesystem::status(keys_folder() + "/" + key.writer() + ".json").permissions();
  EXPECT_EQ(permissions, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(Keys, SaltsAreNeverTheSame) {
  EXPECT_EQ(random_salt().size(), 64U);
  EXPECT_NE(random_salt(), random_salt());
}

}  // namespace sanaq::ledger
