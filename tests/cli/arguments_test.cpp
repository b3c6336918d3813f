#include "sanaq/cli/arguments.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/settings/step_options.h"

namespace sanaq::cli {
namespace {

// A program with one command, `count`, whose options are given by the test.
struct Line {
  base::Catalog catalog;
  CommandLine line{"sanaq", "counts the dead", "sanaq 7", catalog};
  Arguments app = line.arguments();
  Arguments command = app.command("count", "counts");

  CommandLine::Outcome run(std::vector<std::string> words) {
    words.insert(words.begin(), "count");
    return line.run(words);
  }
  std::string help() { return run({"--help"}).text.value_or(""); }
};

TEST(Arguments, EveryKindOfTargetIsFilled) {
  Line line;
  std::string text;
  std::vector<std::string> texts;
  int number = 0;
  std::int64_t large = 0;
  std::uint64_t seed = 0;
  double share = 0;
  std::optional<int> draws;
  std::optional<std::uint64_t> other_seed;
  std::optional<double> threshold;
  bool is_loud = false;
  line.command.option("WORDS", &texts, "");
  line.command.option("--text", &text, "");
  line.command.option("--number", &number, "");
  line.command.option("--large", &large, "");
  line.command.option("--first", &seed, "");
  line.command.option("--share", &share, "");
  line.command.option("--draws", &draws, "");
  line.command.option("--seed", &other_seed, "");
  line.command.option("--threshold", &threshold, "");
  line.command.flag("--loud", is_loud, "");
  EXPECT_FALSE(line.run({"a", "b", "--text", "c", "--number", "-3", "--large", "5000000000",
                         "--first", "7", "--share", ".5", "--draws", "25", "--seed",
                         "18446744073709551615", "--threshold", ".9", "--loud"})
                   .refusal);
  EXPECT_EQ(texts, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(text, "c");
  EXPECT_EQ(number, -3);
  EXPECT_EQ(large, 5000000000);
  EXPECT_EQ(seed, 7U);
  EXPECT_EQ(share, .5);
  EXPECT_EQ(draws, 25);
  EXPECT_EQ(other_seed, 18446744073709551615U);
  EXPECT_EQ(threshold, .9);
  EXPECT_TRUE(is_loud);
}

TEST(Arguments, FlagsOfATableAreHandedToItsReader) {
  Line line;
  settings::Said said;
  std::vector<std::string> files;
  line.command.option("FILES", &files, "");
  line.command.flags_of(settings::link_options(), said);
  line.command.flags_of({{.key = "average",
                          .value = [](const settings::Config&) { return nlohmann::json(false); },
                          .written = settings::Written::truth,
                          .flag = {"--average", {}}}},
                        said);
  EXPECT_FALSE(
      line.run({"--draws", "7", "--block", "a", "--block", "b,c", "file", "--average"}).refusal);
  EXPECT_EQ(said["draws"].words, std::vector<std::string>{"7"});
  EXPECT_EQ(said["block"].words, (std::vector<std::string>{"a", "b,c"}));
  EXPECT_EQ(files, std::vector<std::string>{"file"});
  EXPECT_TRUE(said["average"].stand());
  EXPECT_FALSE(said["threshold"].stand());
}

// A flag takes the word behind it and leaves the files that follow alone.
TEST(Arguments, AFlagOfATableBeforeAFileTakesOneWord) {
  for (const auto& options : {settings::link_options(), settings::estimate_options()}) {
    for (const settings::Option<settings::Config>& each : options) {
      if (each.flag.name.empty() || each.written == settings::Written::truth) continue;
      Line line;
      settings::Said said;
      std::vector<std::string> files;
      line.command.option("FILES", &files, "");
      line.command.flags_of(options, said);
      const std::string flag(each.flag.name);
      const auto refusal = line.run({flag, "7", "a.csv", "b.csv"}).refusal;
      EXPECT_FALSE(refusal) << flag << ": " << refusal->english();
      EXPECT_EQ(files, (std::vector<std::string>{"a.csv", "b.csv"})) << flag;
      EXPECT_EQ(said[std::string(each.key)].words, std::vector<std::string>{"7"}) << flag;
    }
  }
}

TEST(Arguments, ATableTakesItsDefaultsIntoHelpAndSaysThatAnInvestigationGoesFirst) {
  Line line;
  settings::Said said;
  line.command.flags_of(settings::link_options(), said);
  line.command.example({"sanaq count"});
  const std::string help = line.help();
  EXPECT_NE(help.find("--threshold FLOAT=0.5"), std::string::npos) << help;
  EXPECT_NE(help.find("its investigation.toml says holds"), std::string::npos) << help;
  EXPECT_NE(help.find("Example:\n  sanaq count"), std::string::npos) << help;
}

TEST(Arguments, WhatDoesNotStandInTheLineStaysAsItWas) {
  Line line;
  std::string folder = ".";
  std::optional<int> draws;
  line.command.folder(folder);
  line.command.option("--draws", &draws, "");
  EXPECT_TRUE(line.run({}).named_a_command);
  EXPECT_EQ(folder, ".");
  EXPECT_FALSE(draws);
}

TEST(Arguments, ARepeatedOptionTakesOneValueEachTime) {
  Line line;
  std::vector<std::string> rules, files;
  line.command.option("FILES", &files, "");
  line.command.option("--block", &rules, "").repeated();
  EXPECT_FALSE(line.run({"--block", "a", "--block", "b", "c"}).refusal);
  EXPECT_EQ(rules, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(files, std::vector<std::string>{"c"});
}

TEST(Arguments, ASeparatedOptionSplitsItsOneValue) {
  Line line;
  std::vector<std::string> strata;
  std::string folder;
  line.command.folder(folder);
  line.command.option("--strata", &strata, "").separated_by(',');
  EXPECT_FALSE(line.run({"--strata", "sex,place", "my-count"}).refusal);
  EXPECT_EQ(strata, (std::vector<std::string>{"sex", "place"}));
  EXPECT_EQ(folder, "my-count");
}

TEST(Arguments, RefusesWhatIsOutsideTheBoundsOfAnOption) {
  Line line;
  int limit = 20;
  std::int64_t last = -1;
  std::string verdict;
  std::vector<std::string> explain;
  line.command.option("VERDICT", &verdict, "").one_of({"same", "different"});
  line.command.option("--limit", &limit, "").between(1, 100);
  line.command.option("--last", &last, "").not_negative();
  line.command.option("--explain", &explain, "").takes(2, 2);
  EXPECT_TRUE(line.run({"perhaps"}).refusal);
  EXPECT_TRUE(line.run({"--limit", "0"}).refusal);
  EXPECT_TRUE(line.run({"--limit", "101"}).refusal);
  EXPECT_TRUE(line.run({"--last", "-2"}).refusal);
  EXPECT_TRUE(line.run({"--explain", "a"}).refusal);
  EXPECT_FALSE(line.run({"same", "--limit", "100", "--last", "0", "--explain", "a", "b"}).refusal);
}

TEST(Arguments, AReaderChangesTheWordOrSaysWhyNot) {
  Line line;
  std::string word;
  line.command.option("--word", &word, "").read_by([](std::string& value) -> std::string {
    if (value == "no") return "this is no word";
    value = "[" + value + "]";
    return "";
  });
  EXPECT_FALSE(line.run({"--word", "yes"}).refusal);
  EXPECT_EQ(word, "[yes]");
  const auto refused = line.run({"--word", "no"}).refusal;
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->english(), "sanaq count: --word: this is no word");
}

TEST(Arguments, HelpListsOptionsDefaultsAndAnExample) {
  Line line;
  int persons = 400;
  std::string out = "nowhere";
  line.command.option("OUT", &out, "the folder").required();
  line.command.option("--persons", &persons, "how many");
  line.command.show_defaults();
  line.command.example({"sanaq count here", "sanaq run here"});
  const std::string help = line.help();
  EXPECT_NE(help.find("--persons INT=400"), std::string::npos) << help;
  EXPECT_EQ(help.find("nowhere"), std::string::npos) << help;
  EXPECT_NE(help.find("(needed)"), std::string::npos) << help;
  EXPECT_NE(help.find("Example:\n  sanaq count here\n  sanaq run here"), std::string::npos) << help;
}

TEST(Arguments, ACommandBelowACommandHandsItsOptionsUp) {
  Line line;
  std::string folder, day;
  bool has_run = false;
  line.command.needs_a_command();
  line.command.in_folder(folder);
  Arguments below = line.command.command("due", "");
  below.passes_options_up();
  below.option("--on", &day, "");
  below.runs([&] { has_run = true; });
  EXPECT_TRUE(line.run({}).refusal);
  EXPECT_FALSE(line.run({"due", "--on", "2014-12-16", "--in", "my-count"}).refusal);
  EXPECT_EQ(folder, "my-count");
  EXPECT_EQ(day, "2014-12-16");
  EXPECT_TRUE(has_run);
}

TEST(CommandLine, TellsHelpAndVersionApartFromWorkDone) {
  Line line;
  EXPECT_EQ(line.line.run({"--version"}).text, "sanaq 7\n");
  EXPECT_NE(line.line.help().find("count"), std::string::npos);
  EXPECT_FALSE(line.line.run({}).named_a_command);
  EXPECT_TRUE(line.line.run({"count"}).named_a_command);
}

}  // namespace
}  // namespace sanaq::cli
