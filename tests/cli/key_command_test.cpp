#include "sanaq/cli/key_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

int say(ASession& session, const char* value) {
  return session.run(add_say, {"say", "event:1", "dead", value, "--in", session.folder()});
}

TEST(KeyCommand, GoesOnUnderANewKeyAndRevokesTheOldOne) {
  ASession session;
  const std::string folder = session.folder();
  ASSERT_EQ(say(session, "11"), 0);
  const std::string old = session.entered().substr(0, 8);
  ASSERT_EQ(say(session, "70"), 0);
  EXPECT_EQ(session.run(add_key, {"key", folder, "--revoke", old}), 64);  // one's own
  EXPECT_EQ(session.run(add_key, {"key", folder, "--new", "--by", "A. Tester"}), 0)
      << session.error;
  ASSERT_EQ(say(session, "12"), 0);
  EXPECT_NE(session.entered().substr(0, 8), old);
  EXPECT_EQ(session.run(add_key, {"key", folder, "--revoke", old, "--last", "99"}), 64);
  EXPECT_EQ(session.run(add_key, {"key", folder, "--last", "3"}), 64);  // of whom?
  EXPECT_EQ(session.run(add_key, {"key", folder, "--revoke", old, "--last", "3"}), 0)
      << session.error;
  std::vector<std::string> values;
  for (const auto& statement : ledger::statements_in_force(folder))
    values.push_back(statement.value);
  EXPECT_EQ(values, (std::vector<std::string>{"11", "12"}));
  EXPECT_EQ(session.run(add_key, {"key", folder, "--language", "en"}), 0);
  EXPECT_NE(session.output.find(old), std::string::npos);
  EXPECT_NE(session.output.find("revoked; believed up to entry 3"), std::string::npos)
      << session.output;
  EXPECT_NE(session.output.find("(A. Tester), entries: 3; your key, in "), std::string::npos)
      << session.output;
}

TEST(KeyCommand, NamesWhatIsWrong) {
  ASession session;
  ASSERT_EQ(say(session, "11"), 0);
  EXPECT_EQ(session.run(add_key, {"key", session.folder(), "--lost", "zzzz"}), 66);
  EXPECT_EQ(session.run(add_key, {"key", session.folder(), "--lost", "a", "--new"}), 64);
}

}  // namespace
}  // namespace sanaq::cli
