#include "sanaq/cli/checkpoint_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/verify_command.h"

namespace sanaq::cli {

TEST(CheckpointCommand, PrintsACodeThatHoldsUsToToday) {
  ASession session;
  ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "11", "--in", session.folder()}), 0);
  EXPECT_EQ(session.run(add_checkpoint, {"checkpoint", session.folder()}), 0) << session.error;
  const std::string code = session.output.substr(0, session.output.size() - 1);
  ASSERT_EQ(session.run(add_say, {"say", "event:1", "dead", "14", "--in", session.folder()}), 0);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--against", code}), 0)
      << session.output;
  EXPECT_NE(session.output.find("entries added since: 1"), std::string::npos) << session.output;
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--against", "nonsense"}), 64);
}

}  // namespace sanaq::cli
