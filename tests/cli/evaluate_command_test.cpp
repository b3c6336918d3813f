#include "sanaq/cli/evaluate_command.h"

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
  ended.code = run_program(arguments, {add_evaluate}, streams);
  return ended;
}

class EvaluateCommand : public testing::Test {
 protected:
  help::Scratch scratch_;
  std::string truth_ =
      scratch_.write("truth.csv", "list,record,person\na,1,x\na,2,x\nb,1,x\nb,2,y\nb,3,y\n");
};

TEST_F(EvaluateCommand, MeasuresAreShown) {
  const std::string clusters = scratch_.write(
      "clusters.csv",
      "list,record,person,probability\na,1,7,1\na,2,7,1\nb,1,8,1\nb,2,8,1\nb,3,9,1\n");
  const Ended ended = run({"evaluate", clusters, "--truth", truth_});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("precision: 0.5000"), std::string::npos) << ended.output;
  EXPECT_NE(ended.output.find("recall: 0.2500"), std::string::npos);
  EXPECT_EQ(ended.error, "");
}

TEST_F(EvaluateCommand, JsonHoldsTheSameMeasures) {
  const std::string clusters =
      scratch_.write("clusters.csv", "list,record,person\na,1,7\na,2,7\nb,1,8\nb,2,8\nb,3,9\n");
  const Ended ended = run({"evaluate", clusters, "--truth", truth_, "--json"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("\"value\": 0.25"), std::string::npos) << ended.output;
  EXPECT_NE(ended.output.find("\"sampled\": null"), std::string::npos);
}

TEST_F(EvaluateCommand, RecordsOfOneFileOnlyAreTold) {
  const std::string clusters =
      scratch_.write("clusters.csv", "list,record,person\na,1,7\na,2,7\nc,9,7\n");
  const Ended ended = run({"evaluate", clusters, "--truth", truth_});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.error.find("3 records of the truth"), std::string::npos) << ended.error;
  EXPECT_NE(ended.error.find("1 records of the clusters"), std::string::npos);
}

TEST_F(EvaluateCommand, ASampleCountsLinksThatLeadOut) {
  const std::string clusters = scratch_.write(
      "clusters.csv", "list,record,person\na,1,7\na,2,7\nb,1,7\nc,9,7\nb,2,8\nb,3,8\n");
  const Ended sampled = run({"evaluate", clusters, "--truth", truth_, "--sampled", "--json"});
  EXPECT_EQ(sampled.code, 0) << sampled.error;
  EXPECT_NE(sampled.output.find("\"sampled\": \"records\""), std::string::npos);
  const Ended whole = run({"evaluate", clusters, "--truth", truth_, "--json"});
  EXPECT_NE(whole.output.find("\"value\": 1.0"), std::string::npos);
  EXPECT_NE(sampled.output.substr(sampled.output.find("pairs")),
            whole.output.substr(whole.output.find("pairs")));
}

TEST_F(EvaluateCommand, FilesThatDoNotMeetAreRefused) {
  const std::string clusters = scratch_.write("clusters.csv", "list,record,person\nz,1,7\n");
  EXPECT_EQ(run({"evaluate", clusters, "--truth", truth_}).code, 65);
  const std::string without_list = scratch_.write("one.csv", "record,person\n1,7\n");
  EXPECT_EQ(run({"evaluate", without_list, "--truth", truth_}).code, 65);
  EXPECT_EQ(run({"evaluate", scratch_ / "none.csv", "--truth", truth_}).code, 66);
}

TEST_F(EvaluateCommand, ABadFlagIsNamed) {
  const std::string clusters = scratch_.write("clusters.csv", "list,record,person\na,1,7\n");
  EXPECT_EQ(run({"evaluate", clusters, "--truth", truth_, "--level", "7"}).code, 64);
  EXPECT_EQ(run({"evaluate", clusters, "--truth", truth_, "--sampled", "--drawn", "pairs"}).code,
            64);
  EXPECT_EQ(run({"evaluate", clusters}).code, 64);
}

}  // namespace
}  // namespace sanaq::cli
