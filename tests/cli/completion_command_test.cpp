#include "sanaq/cli/completion_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"

namespace sanaq::cli {
namespace {

TEST(CompletionCommand, PrintsAScriptForEachShellAndRefusesOthers) {
  ASession session;
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    EXPECT_EQ(0, session.run(add_completion, {"completion", shell})) << session.error;
    EXPECT_NE(std::string::npos, session.output.find(shell + " completion of sanaq"));
  }
  EXPECT_EQ(64, session.run(add_completion, {"completion", "tcsh"}));
}

}  // namespace
}  // namespace sanaq::cli
