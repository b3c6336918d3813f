#include "sanaq/cli/link_command.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {

TEST(LinkCommand, FilesAloneGiveClustersAndPairs) {
  const help::Scratch scratch;
  const std::string one = scratch.write("one.csv", help::hospital_rows),
                    two = scratch.write("two.csv", help::morgue_rows);
  const Ended ended = run_the_program(
      add_link,
      {"link", one, two, "--clusters", scratch / "clusters.csv", "--pairs", scratch / "pairs.csv"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_TRUE(
      base::read_file(scratch / "clusters.csv").starts_with("list,record,person,probability\n"));
  EXPECT_TRUE(base::read_file(scratch / "pairs.csv")
                  .starts_with("list_l,record_l,list_r,record_r,weight_bits,probability"));
}

TEST(LinkCommand, ExplainsAPair) {
  const help::Scratch scratch;
  const std::string one = scratch.write("one.csv", help::hospital_rows),
                    two = scratch.write("two.csv", help::morgue_rows);
  const Ended ended = run_the_program(add_link, {"link", one, two, "--explain", "one:1", "two:m1"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.output.find("one person with probability"), std::string::npos) << ended.output;
}

TEST(LinkCommand, AThresholdOfSevenIsAUsageErrorThatSaysWhatMayStandThere) {
  const help::Scratch scratch;
  const Ended ended = run_the_program(
      add_link, {"link", scratch.write("one.csv", help::hospital_rows), "--threshold", "7"});
  EXPECT_EQ(ended.code, 64);
  EXPECT_NE(ended.error.find("between 0 and 1"), std::string::npos);
}

}  // namespace sanaq::cli
