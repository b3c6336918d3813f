#include "sanaq/ledger/locked_secret.h"

#include <gtest/gtest.h>

namespace sanaq::ledger {

TEST(LockedSecret, OpensWithItsPassphraseAloneAndUnaltered) {
  const std::string secret(32, '\7');
  LockedSecret locked = lock_secret(secret, "passphrase");
  EXPECT_EQ(unlock_secret(locked, "passphrase"), secret);
  EXPECT_EQ(unlock_secret(locked, "Passphrase"), std::nullopt);
  EXPECT_NE(lock_secret(secret, "passphrase").box, locked.box);
  locked.box[3] = static_cast<char>(locked.box[3] ^ 1);
  EXPECT_EQ(unlock_secret(locked, "passphrase"), std::nullopt);
  EXPECT_EQ(unlock_secret({}, "passphrase"), std::nullopt);
  std::string gone = secret;
  wipe(gone);
  EXPECT_TRUE(gone.empty());
}

}  // namespace sanaq::ledger
