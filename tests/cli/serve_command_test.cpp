#include "sanaq/cli/serve_command.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/scratch.h"

namespace sanaq::cli {

// That it answers is told by tests/serve_test.py, with the real program.
TEST(ServeCommand, AnotherAddressIsRefused) {
  for (const char* address : {"0.0.0.0", "::", "192.168.0.2", ""}) {
    const Ended ended = run_the_program(add_serve, {"serve", "--address", address});
    EXPECT_EQ(ended.code, 64);
    EXPECT_NE(ended.error.find("several people come with accounts"), std::string::npos);
  }
}

TEST(ServeCommand, AFolderThatIsNoInvestigationIsNotFound) {
  const help::Scratch scratch;
  EXPECT_EQ(run_the_program(add_serve, {"serve", scratch.path()}).code, 66);
}

TEST(ServeCommand, APortBeyondTheLastOneIsRefused) {
  EXPECT_EQ(run_the_program(add_serve, {"serve", "--port", "70000"}).code, 64);
}

}  // namespace sanaq::cli
