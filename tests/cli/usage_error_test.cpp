#include "sanaq/cli/usage_error.h"

#include <gtest/gtest.h>

#include "sanaq/cli/arguments.h"

namespace sanaq::cli {
namespace {

std::string said(const std::vector<std::string>& arguments) {
  const base::Catalog catalog;
  CommandLine line("sanaq", "counts", "1", catalog);
  Arguments app = line.arguments();
  Arguments command = app.command("count", "");
  int seed = 0;
  bool is_loud = false;
  const Argument with_seed = command.option("--seed", &seed, "");
  command.flag("--loud", is_loud, "").excludes(with_seed);
  const CommandLine::Outcome outcome = line.run(arguments);
  return outcome.refusal ? outcome.refusal->english() : "";
}

TEST(UsageMessage, NamesTheUnknownWordAndTheNearestKnownOne) {
  EXPECT_EQ(said({"count", "--sead"}), "--sead is not known to sanaq count; did you mean --seed?");
  EXPECT_EQ(said({"count", "--zzzzzzzzz"}),
            "--zzzzzzzzz is not known to sanaq count; sanaq count --help lists what is");
}

TEST(UsageMessage, NamesTheFlagWithoutAValueOrWithAWrongOne) {
  EXPECT_EQ(said({"count", "--seed"}), "sanaq count: --seed needs a value; see sanaq count --help");
  EXPECT_EQ(said({"count", "--seed", "many"}), "sanaq count: this cannot be used: --seed = many");
}

TEST(UsageMessage, NamesTheFlagThatStandsTwice) {
  EXPECT_EQ(said({"count", "--seed", "1", "--seed", "2"}),
            "sanaq count: --seed stands more than once; leave one of them");
  EXPECT_EQ(said({"count", "--seed=1", "--seed", "1"}),
            "sanaq count: --seed stands more than once; leave one of them");
}

TEST(UsageMessage, NamesFlagsThatContradict) {
  EXPECT_NE(said({"count", "--seed", "1", "--loud"}).find("cannot stand together"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
