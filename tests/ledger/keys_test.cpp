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

TEST(Keys, SignaturesHoldExactlyWhereEveryReaderSaysSo) {
  const auto vectors = nlohmann::json::parse(
      base::read_file(std::string(SANAQ_SOURCE_DIR) + "/tests/ledger/signatures.json"));
  ASSERT_GT(vectors.size(), 30U);
  for (const auto& vector : vectors) {
    EXPECT_EQ(signature_holds(vector.at("text").get<std::string>(), vector.at("signature"),
                              vector.at("public")),
              vector.at("holds").get<bool>())
        << vector.at("name");
  }
}

TEST(Keys, APassphraseIsAskedForOnceAndOnlyWhereOneIsNeeded) {
  const ALedger ledger;
  int asked = 0;
  const AskPassphrase ask = [&] {
    ++asked;
    return std::optional<std::string>("open sesame");
  };
  const Signer plain = make_key(ledger.folder(), "", std::nullopt).open(ask);
  EXPECT_EQ(asked, 0);
  const Key sealed = make_key(ledger.folder(), "", "open sesame");
  const Signer signer = sealed.open(ask);
  EXPECT_TRUE(signature_holds("a", signer.sign("a"), sealed.writer()));
  EXPECT_TRUE(signature_holds("b", signer.sign("b"), sealed.writer()));
  EXPECT_EQ(asked, 1);
  EXPECT_THROW((void)sealed.open({}), base::Error);
  EXPECT_EQ(own_writers({sealed.writer(), std::string(64, 'a')}),
            std::vector<std::string>{sealed.writer()});
  EXPECT_EQ(all_keys().size(), 2U);
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
