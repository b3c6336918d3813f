#include "sanaq/cli/founding_text.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/ledger/codes.h"

namespace sanaq::cli {
namespace {

class FoundingText : public ::testing::Test {
 protected:
  base::Catalog catalog_;
  base::Progress progress_;
  std::string noted_;
  Context context_{catalog_, progress_, [](std::string_view) {},
                   [this](std::string_view text) { noted_ += text; }};
};

TEST_F(FoundingText, ShowsTheRecoveryCodeOnceAndItGivesTheSeedBack) {
  ASession session;
  std::string seed;
  {
    const ledger::Writer writer = open_ledger(session.folder(), "A. Tester", context_);
    ASSERT_TRUE(writer.founding());
    seed = writer.founding()->recovery_seed;
    EXPECT_NE(noted_.find(ledger::id_code(writer.investigation_id())), std::string::npos) << noted_;
  }
  const std::size_t rows = noted_.find("\n\n");
  ASSERT_NE(rows, std::string::npos) << noted_;
  EXPECT_EQ(ledger::parse_recovery_code(noted_.substr(rows + 2, 80)), seed) << noted_;
  noted_.clear();
  (void)open_ledger(session.folder(), "", context_);
  EXPECT_EQ(noted_, "");
}

TEST_F(FoundingText, WhoeverComesNewIsToldToComparesAndHasACode) {
  ASession session;
  std::string id;
  {
    const ledger::Writer writer = open_ledger(session.folder(), "", context_);
    id = writer.investigation_id();
  }
  ::setenv("SANAQ_KEYS", (session.scratch() / "keys of somebody else").c_str(), 1);
  noted_.clear();
  const ledger::Writer writer = open_ledger(session.folder(), "B. Tester", context_);
  EXPECT_NE(noted_.find(ledger::id_code(id)), std::string::npos) << noted_;
  EXPECT_NE(noted_.find(ledger::member_code(writer.id(), id)), std::string::npos) << noted_;
  EXPECT_EQ(noted_.find("recovery"), std::string::npos) << noted_;
}

TEST_F(FoundingText, ChainsOfFormat1AreShownAndVouchedForAtAYes) {
  const std::vector<ledger::Unvouched> chains = {
      {std::string(64, 'a'), "A\x1b[2J", 40, "2026-01-02", 38, std::string(64, '1')},
      {std::string(64, 'b'), "", 7, "2026-01-03", 0, std::string(64, '2')}};
  EXPECT_FALSE(ask_to_vouch(chains, context_));
  EXPECT_NE(noted_.find("aaaaaaaa (A\\u001B[2J): entries: 40, the last of 2026-01-02; after its "
                        "last checkpoint: 2"),
            std::string::npos)
      << noted_;
  EXPECT_NE(noted_.find("bbbbbbbb: entries: 7, the last of 2026-01-03; no checkpoint"),
            std::string::npos)
      << noted_;
  EXPECT_NE(noted_.find("sanaq key --vouch"), std::string::npos);
  for (const bool answer : {true, false}) {
    context_.ask = [&](std::string_view, bool) { return answer ? "yes" : ""; };
    EXPECT_EQ(ask_to_vouch(chains, context_), answer);
  }
}

TEST_F(FoundingText, WhatNobodySignedIsShownLineByLineAndNothingOfItIsObeyed) {
  ledger::Unvouched own{std::string(64, 'a'), "Office A", 40,
                        "2026-01-02",         15,         std::string(64, '1')};
  for (std::int64_t seq = 16; seq < 36; ++seq)
    own.after.push_back(
        {seq, "2026-01-02", "statement", "{\"value\":\"\x1b[2J" + std::string(300, 'z') + "\"}"});
  EXPECT_EQ(ask_for_own_end(own, context_), std::nullopt);
  EXPECT_EQ(noted_, "");
  context_.ask = [](std::string_view, bool) { return "no"; };
  EXPECT_EQ(ask_for_own_end(own, context_), false);
  EXPECT_NE(noted_.find("    16  2026-01-02  statement  {"), std::string::npos) << noted_;
  EXPECT_NE(noted_.find("and 5 more"), std::string::npos) << noted_;
  EXPECT_EQ(noted_.find('\x1b'), std::string::npos);
  EXPECT_EQ(noted_.find(std::string(200, 'z')), std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
