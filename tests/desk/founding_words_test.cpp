#include "sanaq/desk/founding_words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sanaq/ledger/codes.h"

namespace sanaq::desk {
namespace {

TEST(FoundingWords, TheRecoveryCodeHasFourRows) {
  const ledger::Founding founding{std::string(64, 'a'), std::string(64, 'b')};
  const std::string rows = recovery_rows(founding);
  EXPECT_EQ(4, std::count(rows.begin(), rows.end(), '\n'));
  EXPECT_EQ(founding.recovery_seed, ledger::parse_recovery_code(rows));
  EXPECT_NE(std::string::npos,
            founding_sentences(founding)[0].english().find(ledger::id_code(founding.id)));
  EXPECT_NE(founding_sentences(founding)[1].english().find("nowhere else"), std::string::npos);
  const std::string kept = founding_sentences(founding, CodeKept::until_confirmed)[1].english();
  EXPECT_EQ(kept.find("nowhere else"), std::string::npos) << "which would not be true";
  EXPECT_NE(kept.find("a file beside your key"), std::string::npos);
}

TEST(FoundingWords, AnUnvouchedChainTellsWhatNobodySigned) {
  ledger::Unvouched chain;
  chain.writer = "3f9a0c12deadbeef";
  chain.name = "Office A";
  chain.entries = 9;
  chain.last_day = "2026-11-29";
  chain.last_checkpoint = 5;
  chain.after = {{6, "2026-11-29", "statement", "\x1b[31m" + std::string(300, 'x')}};
  const std::string lines = unvouched_lines(chain, base::Catalog());
  EXPECT_TRUE(lines.starts_with("  3f9a0c12 (Office A): entries: 9, the last of 2026-11-29; "));
  EXPECT_EQ(std::string::npos, lines.find('\x1b'));
  EXPECT_NE(std::string::npos, lines.find("…"));
  EXPECT_NE(std::string::npos, lines.find("and 3 more"));
}

}  // namespace
}  // namespace sanaq::desk
