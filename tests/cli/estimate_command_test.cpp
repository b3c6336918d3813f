#include "sanaq/cli/estimate_command.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cli/flags_in_help.h"
#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/program.h"

namespace sanaq::cli {
namespace {

Ended run(std::vector<std::string> arguments) {
  return run_the_program(add_estimate, std::move(arguments));
}

TEST(EstimateCommand, HelpListsTheFlagsOfItsOptionsWithTheirDefaults) {
  expect_flags_in_help(add_estimate, "estimate", settings::estimate_options());
  const std::string help = run({"estimate", "--help"}).output;
  const estimate::Options options;
  EXPECT_EQ(behind_flag(help, "--method"),
            fmt::format("TEXT={}", estimate::method_name(options.method)));
  EXPECT_EQ(behind_flag(help, "--criterion"),
            fmt::format("TEXT={}", estimate::criterion_name(options.criterion)));
  EXPECT_EQ(behind_flag(help, "--bootstrap"), fmt::format("INT={}", options.bootstrap));
}

TEST(EstimateCommand, WhatCannotBeSaidIsRefusedBeforeAnyWork) {
  const help::Scratch scratch;
  for (const auto& [flag, value] : {std::pair{"--bootstrap", "5"},
                                    {"--method", "chapmann"},
                                    {"--criterion", "best"},
                                    {"--seed", "-1"}}) {
    const Ended ended = run({"estimate", "--cells", scratch / "none.csv", flag, value});
    EXPECT_EQ(ended.code, 64) << ended.error;
    EXPECT_NE(ended.error.find(std::string(flag) + " " + value), std::string::npos) << ended.error;
  }
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

const char* const by_sex =
    "sex,a,b,c,count\nm,1,0,0,60\nm,0,1,0,50\nm,1,1,0,12\nm,0,0,1,70\nm,1,0,1,14\nm,0,1,1,11\n"
    "m,1,1,1,9\nw,1,0,0,20\nw,0,1,0,30\nw,1,1,0,6\nw,0,0,1,25\nw,1,0,1,4\nw,0,1,1,5\nw,1,1,1,2\n";

TEST(EstimateCommand, StrataAreShownAndTheirDrawsAddUp) {
  const help::Scratch scratch;
  const std::string cells = scratch.write("cells.csv", by_sex), draws = scratch / "draws.csv";
  const Ended ended =
      run({"estimate", "--cells", cells, "--strata", "sex", "--quick", "--draws-out", draws});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("alone, without the others"), std::string::npos) << ended.output;
  const std::string written = base::read_file(draws);
  EXPECT_EQ(written.rfind("draw,total,m,w\n", 0), 0u);
}

TEST(EstimateCommand, AColumnThatIsNotThereIsAUsageError) {
  const help::Scratch scratch;
  const std::string cells = scratch.write("cells.csv", by_sex);
  EXPECT_EQ(run({"estimate", "--cells", cells, "--strata", "age"}).code, 64);
}

TEST(EstimateCommand, SampledRegistersAreReadAloneAndBesideATable) {
  const help::Scratch scratch;
  std::string draws = "draw,list,record,person\n";
  for (int draw = 1; draw <= 3; ++draw) {
    for (int list = 0; list < 3; ++list) {
      for (int record = 0; record < 40; ++record) {
        const int person = record < 10 + draw ? record : record + 100 * list;
        draws += fmt::format("{},{},{},{}\n", draw, "abc"[list], record, person);
      }
    }
  }
  const std::string file = scratch.write("draws.csv", draws);
  const Ended alone = run({"estimate", "--draws", file, "--quick"});
  EXPECT_EQ(alone.code, 0) << alone.error;
  EXPECT_NE(alone.output.find("averaged over 3 sampled registers"), std::string::npos);
  const std::string cells =
      scratch.write("cells.csv", "a,b,c,count\n1,0,0,28\n0,1,0,28\n0,0,1,28\n1,1,1,12\n");
  EXPECT_EQ(run({"estimate", "--cells", cells, "--draws", file, "--quick"}).code, 0);
}

TEST(EstimateCommand, AMissingFileOfRegistersSaysHowToWriteDraws) {
  const help::Scratch scratch;
  const std::string cells = scratch.write("cells.csv", by_sex);
  const Ended ended =
      run({"estimate", "--cells", cells, "--strata", "sex", "--draws", scratch / "none.csv"});
  EXPECT_EQ(ended.code, 66);
  EXPECT_NE(ended.error.find("--draws-out"), std::string::npos) << ended.error;
}

TEST(EstimateCommand, PriorsAreReadAndBadOnesRefused) {
  const help::Scratch scratch;
  const std::string cells = scratch.write(
      "cells.csv",
      "a,b,c,count\n1,0,0,60\n0,1,0,50\n1,1,0,12\n0,0,1,70\n1,0,1,14\n0,1,1,11\n1,1,1,9\n");
  for (const auto& [flag, value] : {std::pair{"--prior", "400:600"},
                                    {"--prior-range", "230:500"},
                                    {"--prior-unlisted", "40%:60%"},
                                    {"--prior-unlisted-range", "0.1:0.5"}}) {
    const Ended ended = run({"estimate", "--cells", cells, flag, value, "--json"});
    EXPECT_EQ(ended.code, 0) << ended.error;
    EXPECT_NE(ended.output.find("without what was known beforehand"), std::string::npos) << flag;
  }
  EXPECT_EQ(run({"estimate", "--cells", cells, "--prior", "600"}).code, 64);
  EXPECT_EQ(run({"estimate", "--cells", cells, "--prior", "600:400"}).code, 64);
  EXPECT_EQ(run({"estimate", "--cells", cells, "--prior-range", "10:100"}).code, 65);
  EXPECT_EQ(run({"estimate", "--cells", cells, "--prior", "1:9", "--prior-range", "2:3"}).code, 64);
}

TEST(EstimateCommand, ListsThatDependAreNamedAndSaid) {
  const help::Scratch scratch;
  const std::string cells = scratch.write(
      "cells.csv",
      "a,b,c,count\n1,0,0,60\n0,1,0,50\n1,1,0,12\n0,0,1,70\n1,0,1,14\n0,1,1,11\n1,1,1,9\n");
  const std::string page = scratch / "statement.md";
  const Ended ended = run({"estimate", "--cells", cells, "--method", "loglinear", "--dependent",
                           "a+b", "--statement", page, "--json"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("\"dependent_lists\""), std::string::npos);
  EXPECT_NE(ended.output.find("had nothing been said of a + b"), std::string::npos);
  EXPECT_NE(base::read_file(page).find("a + b"), std::string::npos);
  EXPECT_EQ(run({"estimate", "--cells", cells, "--dependent", "a"}).code, 64);
  EXPECT_EQ(run({"estimate", "--cells", cells, "--dependent", "a+x"}).code, 65);
}

TEST(EstimateCommand, WritesAStatement) {
  const help::Scratch scratch;
  const std::string cells = scratch.write("cells.csv", "a,b,count\n1,1,20\n1,0,40\n0,1,30\n"),
                    page = scratch / "statement.md";
  EXPECT_EQ(run({"estimate", "--cells", cells, "--statement", page}).code, 0);
  EXPECT_NE(base::read_file(page).find("cells.csv, SHA-256"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
