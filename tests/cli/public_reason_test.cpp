#include "sanaq/cli/public_reason.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/run_command.h"

namespace sanaq::cli {
namespace {

TEST(PublicReason, IsAFlagOfWhatPublishes) {
  for (const auto& [name, command] : std::vector<std::pair<std::string, AddCommand>>{
           {"publish", add_publish}, {"run", add_run}}) {
    std::string output;
    const Streams streams = {[&](std::string_view text) { output += text; },
                             [](std::string_view) {}, false, 80};
    ASSERT_EQ(run_program({name, "--help"}, {command}, streams), 0);
    EXPECT_NE(output.find("--public-reason"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace sanaq::cli
