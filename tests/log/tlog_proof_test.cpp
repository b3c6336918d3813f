#include "sanaq/log/tlog_proof.h"

#include <gtest/gtest.h>

namespace sanaq::log {

TEST(TlogProof, IsWrittenAsC2spSaysAndReadBack) {
  const TlogProof proof{"ab", 7, {leaf_hash("x"), leaf_hash("y")}, "origin\n9\nroot\n\n— o AAAA\n"};
  const std::string text = tlog_proof_text(proof);
  EXPECT_EQ(text.substr(0, text.find('\n', 40) + 1),
            "c2sp.org/tlog-proof@v1\nextra YWI=\nindex 7\n");
  EXPECT_EQ(parse_tlog_proof(text), proof);
  TlogProof bare = proof;
  bare.extra.clear();
  bare.hashes.clear();
  EXPECT_EQ(parse_tlog_proof(tlog_proof_text(bare)), bare);
}

TEST(TlogProof, AnyOtherTextIsRefused) {
  for (const char* text :
       {"", "c2sp.org/tlog-proof@v2\nindex 1\n\n", "c2sp.org/tlog-proof@v1\n",
        "c2sp.org/tlog-proof@v1\nindex 01\n\nc", "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nc",
        "c2sp.org/tlog-proof@v1\nextra !\nindex 1\n\nc"})
    EXPECT_FALSE(parse_tlog_proof(text)) << text;
  EXPECT_TRUE(parse_tlog_proof("c2sp.org/tlog-proof@v1\nindex 1\n\nc"));
}

}  // namespace sanaq::log
