#include "sanaq/cli/copy_command.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/estimate_command.h"

namespace sanaq::cli {
namespace {

TEST(CopyCommand, TheCopyCountsTheSame) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  ASSERT_EQ(run_the_program(add_estimate, {"estimate", folder}).code, 0);
  const Ended copied = run_the_program(add_copy, {"copy", folder, scratch / "again"});
  EXPECT_EQ(copied.code, 0) << copied.error;
  EXPECT_FALSE(base::folder_exists(scratch / "again/.sanaq"));
  const auto documented = [](const std::string& text) {
    const std::size_t at = text.find("Documented");
    return text.substr(at, text.find('\n', at) - at);
  };
  EXPECT_EQ(documented(run_the_program(add_estimate, {"estimate", scratch / "again"}).output),
            documented(run_the_program(add_estimate, {"estimate", folder}).output));
}

TEST(CopyCommand, RefusesAPlaceThatIsTaken) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  scratch.write("full/mine.txt", "mine");
  EXPECT_EQ(run_the_program(add_copy, {"copy", folder, scratch / "full"}).code, 64);
  EXPECT_EQ(base::read_file(scratch / "full/mine.txt"), "mine");
  EXPECT_EQ(run_the_program(add_copy, {"copy", folder, folder + "/inside"}).code, 64);
  EXPECT_EQ(run_the_program(add_copy, {"copy", scratch / "full", scratch / "new"}).code, 66);
}

}  // namespace
}  // namespace sanaq::cli
