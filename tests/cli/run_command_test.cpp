#include "sanaq/cli/run_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {

TEST(RunCommand, EndsWithTheNumberAndWhereTheSiteLiesAndThenDoesNothing) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  const Ended first = run_the_program(add_run, {"run", folder});
  EXPECT_EQ(first.code, 0) << first.error;
  for (const char* part : {"Documented: 6 persons", "Estimated:", "site/index.html"})
    EXPECT_NE(first.output.find(part), std::string::npos) << first.output;
  EXPECT_TRUE(base::file_exists(folder + "/site/index.html"));
  EXPECT_NE(run_the_program(add_run, {"run", folder}).output.find("nothing was done"),
            std::string::npos);
}

TEST(RunCommand, ClaimsWithoutAnyListArePublished) {
  const help::Scratch scratch;
  scratch.write("claims/investigation.toml",
                "title = \"Claims\"\nlanguages = [\"en\"]\n[[table]]\nkind = \"claim\"\nfile = "
                "\"claims.csv\"\n");
  scratch.write("claims/claims.csv",
                "claim,what,min,asserted_by,source\na,dead,70,An invented movement,a leaflet\n");
  const Ended ended = run_the_program(add_run, {"run", scratch / "claims"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_TRUE(base::file_exists(scratch / "claims/site/claims.html"));
}

}  // namespace sanaq::cli
