#include "sanaq/desk/open_ledger.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::desk {
namespace {

struct Kept : Hears {
  std::vector<base::Message> said;
  int foundings = 0, first_times = 0;
  void hear(const base::Message& sentence) override { said.push_back(sentence); }
  void hear_founding(const ledger::Founding& founding) override {
    EXPECT_EQ(64U, founding.recovery_seed.size());
    ++foundings;
  }
  void hear_first_time(const ledger::Writer&) override { ++first_times; }
};

TEST(OpenLedger, TheFirstOpeningFoundsAndEntersASecretAndTheSecondDoesNot) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  base::Progress progress;
  Kept first, second;
  { const ledger::Writer writer = open_ledger(folder, {}, first, progress); }
  EXPECT_EQ(1, first.foundings);
  EXPECT_TRUE(ledger::address_secret(folder));
  { const ledger::Writer writer = open_ledger(folder, {}, second, progress); }
  EXPECT_EQ(0, second.foundings);
  EXPECT_TRUE(second.said.empty());
}

TEST(OpenLedger, AFolderThatIsNoInvestigationIsNotFound) {
  const help::Scratch scratch;
  base::Progress progress;
  Kept kept;
  try {
    const ledger::Writer writer = open_ledger(scratch.path(), {}, kept, progress);
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(base::Kind::not_found, error.kind());
  }
  EXPECT_TRUE(base::list_folder(scratch.path()).empty());
}

}  // namespace
}  // namespace sanaq::desk
