#include "sanaq/cli/say_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

TEST(SayCommand, EntersOneStatementWithItsSource) {
  ASession session;
  EXPECT_EQ(session.run(add_say, {"say", "event:1", "dead", "11", "--source", "prosecutor", "--by",
                                  "A. Tester", "--in", session.folder()}),
            0)
      << session.error;
  const auto statements = ledger::statements_in_force(session.folder());
  ASSERT_EQ(statements.size(), 1U);
  EXPECT_EQ(statements[0].value, "11");
  EXPECT_EQ(statements[0].source, "prosecutor");
  EXPECT_EQ(statements[0].author, "A. Tester");
  EXPECT_EQ(statements[0].visibility, "restricted");
  EXPECT_EQ(session.entered(), statements[0].place.writer.substr(0, 8) + ":3");  // behind the key and the secret
}

TEST(SayCommand, AFolderThatIsNoInvestigationIsNotFound) {
  ASession session;
  EXPECT_EQ(
      session.run(add_say, {"say", "event:1", "dead", "11", "--in", session.scratch() / "nothing"}),
      66);
}

}  // namespace sanaq::cli
