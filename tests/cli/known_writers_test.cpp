#include "sanaq/cli/known_writers.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/codes.h"

namespace sanaq::cli {
namespace {

TEST(KnownWriters, AreFoundByTheBeginningOfTheirKeyAndByTheirCode) {
  const ledger::Offices offices;
  const std::string founder = offices.write("a", 1);
  (void)offices.ledger().copy("a", "b");
  const std::string member = offices.write("b", 1, 10);
  offices.copy_files("b", "a");
  offices.take_in("a", member, "Office B");
  const KnownWriters known(offices.folder("a"));
  EXPECT_EQ(known.find(founder.substr(0, 8)), founder);
  EXPECT_EQ(known.find_by_code(known.code(member)), member);
  EXPECT_EQ(known.name(member), "Office B");
  EXPECT_EQ(known.shown(member), member.substr(0, 8) + " (Office B)");
  EXPECT_EQ(known.began(member), known.standing().id);
  EXPECT_EQ(known.find_id_by_code(ledger::id_code(known.standing().id)), known.standing().id);
  EXPECT_THROW((void)known.find("zz"), base::Error);
  EXPECT_THROW((void)known.find(""), base::Error);  // all begin so
  EXPECT_THROW((void)known.find_by_code("7ZK0-QM3E"), base::Error);
  EXPECT_THROW((void)known.find_by_code(ledger::id_code(known.standing().id)), base::Error);
}

TEST(KnownWriters, KnowTheSealOfEveryLine) {
  const ledger::ALedger ledger;
  const std::string writer = ledger.write(1);
  const KnownWriters known(ledger.folder());
  const auto chain = ledger::scan_chain(ledger::chain_file(ledger.folder(), writer));
  EXPECT_EQ(known.self_of(writer, "", 3), chain.last.self);
  EXPECT_EQ(known.self_of(writer, "", 4), std::nullopt);
  EXPECT_EQ(known.continuations(writer).size(), 1U);
}

}  // namespace
}  // namespace sanaq::cli
