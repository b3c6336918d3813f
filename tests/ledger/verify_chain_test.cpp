#include "sanaq/ledger/verify_chain.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"

namespace sanaq::ledger {

TEST(VerifyChain, GathersWhatTheChainSaysOfOthersAndOfFiles) {
  const ALedger ledger;
  const std::string first = ledger.write(1);
  (void)ledger.copy("case", "copy");
  std::string second;
  const std::string hash(64, '1');
  {
    Writer writer(ledger.folder("copy"));
    writer.append("document", {{"sha256", hash}, {"file", "evidence/" + hash}, {"name", "x"}});
    second = writer.id();
  }
  VerifyReport report;
  Claims claims;
  static_cast<void>(verify_chain(ledger.folder("copy"), chain_file(ledger.folder("copy"), second),
                                 report, claims));
  ASSERT_EQ(claims.seen.size(), 1U);
  EXPECT_EQ(claims.seen[0].writer, first);
  ASSERT_EQ(claims.files.size(), 1U);
  EXPECT_EQ(claims.files[0].path, "evidence/" + hash);
  EXPECT_EQ(claims.selfs.at(second).size(), 64U);
  EXPECT_EQ(packed("00ff10"), std::string("\0\xff\x10", 3));
}

}  // namespace sanaq::ledger
