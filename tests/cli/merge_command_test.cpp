#include "sanaq/cli/merge_command.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {

TEST(MergeCommand, PreviewsAndThenBringsIn) {
  ASession session;
  ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "11", "--in", session.folder()}), 0);
  const std::string other = session.scratch() / "other";
  std::filesystem::copy(session.folder(), other, std::filesystem::copy_options::recursive);
  ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "14", "--in", other}), 0);
  EXPECT_EQ(session.run(add_merge, {"merge", other, session.folder(), "--dry-run"}), 0)
      << session.error;
  EXPECT_NE(session.output.find("new entries 2"), std::string::npos) << session.output;
  EXPECT_EQ(ledger::statements_in_force(session.folder()).size(), 1U);
  EXPECT_EQ(session.run(add_merge, {"merge", other, session.folder()}), 0);
  EXPECT_EQ(ledger::statements_in_force(session.folder()).size(), 2U);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 0);
  EXPECT_EQ(session.run(add_merge, {"merge", session.scratch() / "nothing", session.folder()}), 66);
}

}  // namespace sanaq::cli
