#include "sanaq/cli/intake_key_command.h"

#include <gtest/gtest.h>

#include "cli/an_intake.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::cli {

TEST(IntakeKeyCommand, MakesOneKeyAndAnotherOnlyIfItIsAsked) {
  AnIntake at;
  ASSERT_EQ(at.make_key(), 0) << at.session.error;
  const std::string key = at.session.output.substr(0, 64);
  ASSERT_EQ(ledger::intake_keys(at.session.folder()).size(), 1U);
  EXPECT_EQ(ledger::intake_keys(at.session.folder())[0].intake, key);
  ASSERT_EQ(at.make_key(), 0);
  EXPECT_EQ(at.session.output.substr(0, 64), key);
  ASSERT_EQ(at.session.run(add_intake_key, {"intake-key", at.session.folder(), "--renew"}), 0)
      << at.session.error;
  EXPECT_NE(at.session.output.substr(0, 64), key);
  EXPECT_EQ(ledger::intake_keys(at.session.folder()).size(), 1U);
  EXPECT_EQ(ledger::intake_keys_ever(at.session.folder()).size(), 2U);
}

TEST(IntakeKeyCommand, NoSecretIsWrittenWithoutAPassphraseNorIntoTheFolder) {
  AnIntake at;
  ::unsetenv("SANAQ_PASSPHRASE");
  EXPECT_EQ(at.make_key(), 64) << at.session.error;
  EXPECT_TRUE(ledger::intake_keys(at.session.folder()).empty());
  EXPECT_EQ(at.session.run(add_intake_key, {"intake-key", at.session.scratch() / "nowhere"}), 66);
}

TEST(IntakeKeyCommand, RenewingWithoutAKeySaysSoAndMakesNone) {
  AnIntake at;
  const auto renew = [&] {
    return at.session.run(add_intake_key, {"intake-key", at.session.folder(), "--renew"});
  };
  EXPECT_EQ(renew(), 66);
  EXPECT_NE(at.session.error.find("no key of yours is here to renew"), std::string::npos)
      << at.session.error;
  EXPECT_NE(at.session.error.find("sanaq intake-key"), std::string::npos);
  EXPECT_FALSE(base::folder_exists(base::join(at.session.folder(), "ledger")));
  ASSERT_EQ(at.make_key(), 0);
  at.session.as("keys of another computer");
  EXPECT_EQ(renew(), 66) << at.session.error;
  EXPECT_EQ(ledger::intake_keys_ever(at.session.folder()).size(), 1U);
  EXPECT_EQ(
      at.session.run(add_intake_key, {"intake-key", at.session.scratch() / "nowhere", "--renew"}),
      66);
}

}  // namespace sanaq::cli
