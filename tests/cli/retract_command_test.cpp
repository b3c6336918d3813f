#include "sanaq/cli/retract_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

TEST(RetractCommand, TakesAStatementOutOfForce) {
  ASession session;
  ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "11", "--in", session.folder()}), 0);
  const std::string entry = session.entered();
  EXPECT_EQ(
      session.run(add_retract, {"retract", entry, "--reason", "a slip", "--in", session.folder()}),
      0)
      << session.error;
  EXPECT_TRUE(ledger::statements_in_force(session.folder()).empty());
  EXPECT_EQ(session.run(add_retract,
                        {"retract", "ffffffff:99", "--reason", "a slip", "--in", session.folder()}),
            66);
}

}  // namespace sanaq::cli
