#include "sanaq/cli/new_command.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/program.h"

namespace sanaq::cli {
namespace {

TEST(NewCommand, MakesAFolderAndSaysWhatToDoNext) {
  const help::Scratch scratch;
  std::string output;
  const Streams streams = {[&](std::string_view text) { output += text; }, [](std::string_view) {},
                           false, 80};
  EXPECT_EQ(run_program({"new", scratch / "my-count"}, {add_new}, streams), 0);
  EXPECT_TRUE(base::file_exists(scratch / "my-count/investigation.toml"));
  EXPECT_NE(output.find("sanaq run "), std::string::npos);
  EXPECT_EQ(run_program({"new", scratch / "my-count"}, {add_new}, streams), 64);
}

}  // namespace
}  // namespace sanaq::cli
