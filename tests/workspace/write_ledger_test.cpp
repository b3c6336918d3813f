#include "sanaq/workspace/write_ledger.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "help/small_investigation.h"

namespace sanaq::workspace {
namespace {

TEST(WriteLedger, FoundsAndTellsTheCodeOnce) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  EXPECT_TRUE(waits_for_founding(folder));
  KeyInHand key;
  Notices notices;
  std::string id;
  write_ledger(folder, key, notices, {}, [&](ledger::Writer& writer) { id = writer.id(); });
  EXPECT_EQ(64U, id.size());
  EXPECT_FALSE(notices.now().recovery_rows.empty());
  EXPECT_FALSE(waits_for_founding(folder));
  notices.open("");
  write_ledger(folder, key, notices, {}, [](ledger::Writer&) {});
  EXPECT_TRUE(notices.now().is_empty());
}

TEST(WriteLedger, AKeyWithAPassphraseIsAskedForAndAWrongOneRefused) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  ledger::WriterOptions sealed;
  sealed.passphrase = "correct horse";
  { const ledger::Writer writer(folder, sealed); }
  KeyInHand key;
  Notices notices;
  int written = 0;
  const auto act = [&](ledger::Writer&) { ++written; };
  EXPECT_THROW(write_ledger(folder, key, notices, {}, act), NeedsPassphrase);
  key.take("wrong");
  EXPECT_THROW(write_ledger(folder, key, notices, {}, act), NeedsPassphrase);
  EXPECT_EQ(0, written);
  key.take("correct horse");
  write_ledger(folder, key, notices, {}, act);
  EXPECT_EQ(1, written);
}

}  // namespace
}  // namespace sanaq::workspace
