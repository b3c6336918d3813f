#include "sanaq/cli/decide_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/record/identity.h"

namespace sanaq::cli {

TEST(DecideCommand, EntersADecisionOnTheIdentitiesOfRecords) {
  ASession session;
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "same", "morgue:17",
                                     "hospital:203", "--reason", "the same mother"}),
            0)
      << session.error;
  const auto decisions = ledger::decisions_in_force(session.folder());
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, ledger::Verdict::same);
  EXPECT_EQ(decisions[0].records,
            (std::vector<std::string>{record::Identities("morgue").of_id("17"),
                                      record::Identities("hospital").of_id("203")}));
  EXPECT_EQ(decisions[0].reason, "the same mother");
}

TEST(DecideCommand, RefusesWhatIsNoDecision) {
  ASession session;
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "same", "morgue:17"}), 64);
  EXPECT_EQ(
      session.run(add_decide, {"decide", session.folder(), "perhaps", "morgue:17", "morgue:18"}),
      64);
  EXPECT_EQ(
      session.run(add_decide, {"decide", session.folder(), "different", "morgue", "morgue:18"}),
      64);
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "out-of-scope", "morgue:17"}), 0);
}

}  // namespace sanaq::cli
