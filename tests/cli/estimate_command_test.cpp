#include "sanaq/cli/estimate_command.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/cli/program.h"

namespace sanaq::cli {
namespace {

struct Ended {
  int code = 0;
  std::string output, error;
};

Ended run(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--language", "en"});
  Ended ended;
  const Streams streams = {[&](std::string_view text) { ended.output += text; },
                           [&](std::string_view text) { ended.error += text; }, false, 80};
  ended.code = run_program(arguments, {add_estimate}, streams);
  return ended;
}

TEST(EstimateCommand, TwoListsGiveChapmansNumber) {
  const help::Scratch scratch;
  const std::string cells = scratch.write("cells.csv", "a,b,count\n1,1,20\n1,0,40\n0,1,30\n");
  const Ended ended = run({"estimate", "--cells", cells});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("method chapman"), std::string::npos) << ended.output;
}

TEST(EstimateCommand, JsonHasTheNumberItsIntervalsAndWhatItWasMadeFrom) {
  const help::Scratch scratch;
  const std::string cells = scratch.write(
      "cells.csv",
      "a,b,c,count\n1,0,0,60\n0,1,0,50\n1,1,0,12\n0,0,1,70\n1,0,1,14\n0,1,1,11\n1,1,1,9\n");
  const Ended ended = run({"estimate", "--cells", cells, "--json"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  for (const char* key : {"\"observed\": 226", "\"back-tested\"", "\"usable\"", "\"seed\"",
                          "\"inputs\"", "\"alternatives\""}) {
    EXPECT_NE(ended.output.find(key), std::string::npos) << key;
  }
}

TEST(EstimateCommand, ATableThatIsNoCaptureTableIsRefusedWithItsRow) {
  const help::Scratch scratch;
  for (const char* text : {"a,b,count\n1,1,-3\n", "a,b,count\n1,1,2.5\n", "a,b,count\n0,0,4\n",
                           "a,b,count\n2,1,4\n"}) {
    const Ended ended = run({"estimate", "--cells", scratch.write("cells.csv", text)});
    EXPECT_EQ(ended.code, 65) << text;
    EXPECT_NE(ended.error.find("row 2"), std::string::npos) << ended.error;
  }
}

TEST(EstimateCommand, AnUnknownMethodIsAUsageError) {
  const help::Scratch scratch;
  const std::string cells = scratch.write("cells.csv", "a,b,count\n1,1,20\n1,0,40\n0,1,30\n");
  EXPECT_EQ(run({"estimate", "--cells", cells, "--method", "magic"}).code, 64);
}

}  // namespace
}  // namespace sanaq::cli
