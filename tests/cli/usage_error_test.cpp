#include "sanaq/cli/usage_error.h"

#include <gtest/gtest.h>

namespace sanaq::cli {
namespace {

std::string said(std::vector<std::string> reversed_arguments) {
  CLI::App app("", "sanaq");
  CLI::App* command = app.add_subcommand("count", "");
  int seed = 0;
  bool is_loud = false;
  command->add_option("--seed", seed);
  command->add_flag("--loud", is_loud)->excludes(command->get_option("--seed"));
  try {
    app.parse(std::move(reversed_arguments));
  } catch (const CLI::ParseError& error) {
    return usage_message(app, error).english();
  }
  return "";
}

TEST(UsageMessage, NamesTheUnknownWordAndTheNearestKnownOne) {
  EXPECT_EQ(said({"--sead", "count"}), "--sead is not known to sanaq count; did you mean --seed?");
  EXPECT_EQ(said({"--zzzzzzzzz", "count"}),
            "--zzzzzzzzz is not known to sanaq count; sanaq count --help lists what is");
}

TEST(UsageMessage, NamesTheFlagWithoutAValueOrWithAWrongOne) {
  EXPECT_EQ(said({"--seed", "count"}), "sanaq count: --seed needs a value; see sanaq count --help");
  EXPECT_EQ(said({"many", "--seed", "count"}), "sanaq count: this cannot be used: --seed = many");
}

TEST(UsageMessage, NamesFlagsThatContradict) {
  EXPECT_NE(said({"--loud", "1", "--seed", "count"}).find("cannot stand together"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
