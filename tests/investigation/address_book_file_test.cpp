#include "sanaq/investigation/address_book_file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/base/version.h"
#include "sanaq/ledger/secrets.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::investigation {
namespace {

TEST(AddressBookFile, TheBookOfALedgerKnowsItsSecretsAndWhetherPagesStoodUnderIds) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  EXPECT_FALSE(read_address_book(scratch / "case").has_secret());
  ledger::Writer writer(scratch / "case");  // enters one with the founding
  const persons::AddressBook first = read_address_book(scratch / "case");
  EXPECT_EQ(first.secret.size(), 32U);
  EXPECT_FALSE(first.leads_from_ids);
  writer.append("run", {{"verb", "publish"}, {"version", "0.1.0"}});
  EXPECT_TRUE(read_address_book(scratch / "case").leads_from_ids);
  writer.enter_secret(true);
  const persons::AddressBook second = read_address_book(scratch / "case");
  EXPECT_EQ(second.leading, std::vector<std::string>{first.secret});
  EXPECT_EQ(second.all.size(), 2U);
  writer.enter_secret();
  EXPECT_TRUE(read_address_book(scratch / "case").leading.empty());
  EXPECT_FALSE(read_address_book(scratch / "case").leads_from_ids);
  EXPECT_EQ(read_address_book(scratch / "case").all.size(), 3U);
}

TEST(AddressBookFile, OfThisVersionNoPageStandsUnderAnId) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  ledger::Writer writer(scratch / "case");
  writer.enter_secret();
  writer.append("run", {{"verb", "publish"}, {"version", std::string(base::program_version())}});
  EXPECT_FALSE(read_address_book(scratch / "case").leads_from_ids);
}

}  // namespace
}  // namespace sanaq::investigation
