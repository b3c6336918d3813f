#include "sanaq/ledger/verify_signatures.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"
#include "sanaq/ledger/verify.h"

namespace sanaq::ledger {
namespace {

// A chain of which a program of the writer signed one line wrongly and went on: the last signature
// vouches for all lines before it, and this one's own does not hold.
class AWrongSignatureWithin : public testing::Test {
 protected:
  AWrongSignatureWithin() : writer_(ledger_.write(1)) {
    const Signer signer = all_keys().at(0).open({});
    Forger forger(ledger_.folder(), writer_);
    forger.sig = signer.sign("something else");
    forger.add("statement", ALedger::fact(7));
    forger.sig.clear();
    forger.add("statement", ALedger::fact(8), &signer);
  }
  [[nodiscard]] std::vector<std::int64_t> bad_lines(const LinesLeanedOn& lines, bool all) const {
    base::Progress silent;
    VerifyReport report;
    check_signatures(ledger_.folder(), gather_facts(ledger_.folder()), lines, all, report, silent);
    checked_ = report.signatures;
    std::vector<std::int64_t> bad;
    for (const Finding& finding : report.findings) {
      EXPECT_EQ(finding.file, "ledger/" + writer_ + ".chain.jsonl");
      EXPECT_EQ(finding.weight, Weight::damage);
      bad.push_back(finding.line);
    }
    return bad;
  }
  ALedger ledger_;
  std::string writer_;
  mutable std::int64_t checked_ = 0;
};

TEST_F(AWrongSignatureWithin, IsFoundWhereEveryLineIsChecked) {
  EXPECT_EQ(bad_lines({}, true), std::vector<std::int64_t>{4});
  EXPECT_EQ(checked_, 1 + 5);
}

TEST_F(AWrongSignatureWithin, IsFoundWhereSomethingLeansOnTheLine) {
  EXPECT_EQ(bad_lines({{writer_, {3}}}, false), std::vector<std::int64_t>{});
  EXPECT_EQ(bad_lines({{writer_, {2, 4}}}, false), std::vector<std::int64_t>{4});
}

TEST_F(AWrongSignatureWithin, IsNoDamageToWhatVerifyChecksByItself) {
  EXPECT_TRUE(ALedger::check(ledger_.folder()).is_whole());
  base::Progress silent;
  EXPECT_FALSE(
      verify(ledger_.folder(), {.against = std::nullopt, .checks_signatures = true}, silent)
          .is_whole());
}

}  // namespace
}  // namespace sanaq::ledger
