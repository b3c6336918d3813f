#include "sanaq/cli/simulate_command.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/program.h"

namespace sanaq::cli {
namespace {

struct Ended {
  int code = 0;
  std::string output, error;
};

Ended run(const std::vector<std::string>& arguments) {
  Ended ended;
  const Streams streams = {[&](std::string_view text) { ended.output += text; },
                           [&](std::string_view text) { ended.error += text; }, false, 80};
  ended.code = run_program(arguments, {add_simulate}, streams);
  return ended;
}

TEST(SimulateCommand, MakesAnInvestigationFolder) {
  const help::Scratch scratch;
  const Ended ended =
      run({"simulate", scratch / "town", "--persons", "60", "--seed", "3", "--language", "en"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("60 invented persons"), std::string::npos);
  for (const char* name : {"investigation.toml", "claims.csv", "truth.csv", "truth-records.csv",
                           "lists/hospital.csv", "lists/union.tsv"}) {
    EXPECT_TRUE(base::file_exists(scratch / (std::string("town/") + name))) << name;
  }
}

TEST(SimulateCommand, NothingIsOverwritten) {
  const help::Scratch scratch;
  scratch.write("town", "mine");
  const Ended ended = run({"simulate", scratch / "town"});
  EXPECT_EQ(ended.code, 64);
  EXPECT_EQ(base::read_file(scratch / "town"), "mine");
}

TEST(SimulateCommand, ASettingOutOfBoundsLeavesNoFolder) {
  const help::Scratch scratch;
  EXPECT_EQ(run({"simulate", scratch / "town", "--errors", "2"}).code, 64);
  EXPECT_FALSE(base::folder_exists(scratch / "town"));
}

TEST(SimulateCommand, HelpShowsAnExample) {
  const Ended ended = run({"simulate", "--help", "--language", "en"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.output.find("sanaq simulate oil-town"), std::string::npos);
  EXPECT_NE(ended.output.find("--dependence"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
