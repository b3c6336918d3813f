#include "sanaq/cli/publish_command.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {

TEST(PublishCommand, WritesTheSiteWhereAsked) {
  const help::Scratch scratch;
  const Ended ended = run_the_program(
      add_publish, {"publish", help::small_investigation(scratch), "--out", scratch / "elsewhere"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_TRUE(base::file_exists(scratch / "elsewhere/index.html"));
}

TEST(PublishCommand, ADryRunSaysWhatWouldLeaveAndWritesNothing) {
  const help::Scratch scratch;
  const Ended ended = run_the_program(add_publish, {"publish", help::small_investigation(scratch),
                                                    "--out", scratch / "elsewhere", "--dry-run"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE((ended.output + ended.error).find("hospital"), std::string::npos);
  EXPECT_FALSE(base::file_exists(scratch / "elsewhere/index.html"));
}

}  // namespace sanaq::cli
