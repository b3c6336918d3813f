#include "sanaq/publish/log_proof.h"

#include <gtest/gtest.h>

#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::publish {

TEST(LogProof, AProofOfAPageHoldsWithoutTheSite) {
  const help::Scratch scratch;
  help::PlainSite made;
  made.page_of_entries = "person/1.entries.json";
  made.publish({}, {R"({"n":1})", R"({"n":2})", R"({"n":3})"});
  made.write_to(scratch / "site");
  base::Progress progress;
  const CheckedLog checked = verify_log(scratch / "site", progress);
  const auto proofs = prove_page(scratch / "site", "person/1", checked);
  ASSERT_EQ(proofs.size(), 3U);
  for (const PageProof& one : proofs) {
    const auto proof = log::parse_tlog_proof(one.text);
    ASSERT_TRUE(proof);
    const auto leaf = log::parse_opened_line(proof->extra);
    const auto checkpoint = read_checkpoint(proof->checkpoint);
    ASSERT_TRUE(leaf && checkpoint);
    EXPECT_EQ(leaf->index, one.index);
    EXPECT_EQ(signed_by(checkpoint->note, made.signer.key), log::Signed::yes);
    const log::Hash hash =
        log::leaf_hash(log::entry_text(log::commitment_of(leaf->salt, leaf->body)));
    EXPECT_TRUE(log::inclusion_holds(hash, proof->index, checkpoint->checkpoint.size, proof->hashes,
                                     checkpoint->checkpoint.root));
  }
  EXPECT_THROW((void)prove_page(scratch / "site", "person/2", checked), base::Error);
}

}  // namespace sanaq::publish
