#include "sanaq/cli/link_command.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "cli/flags_in_help.h"
#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/simulate_command.h"

namespace sanaq::cli {
namespace {

// An invented town whose truth is known, linked without settings.
nlohmann::json linked_town(const help::Scratch& scratch, const std::string& persons,
                           const std::string& errors, const std::string& seed) {
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string town = scratch / "town";
  const Ended made = run_the_program(
      add_simulate, {"simulate", town, "--persons", persons, "--errors", errors, "--seed", seed});
  EXPECT_EQ(made.code, 0) << made.error;
  const Ended linked = run_the_program(add_link, {"link", town, "--json"});
  EXPECT_EQ(linked.code, 0) << linked.error;
  return nlohmann::json::parse(linked.output);
}

}  // namespace

TEST(LinkCommand, HelpListsTheFlagsOfItsOptionsWithTheirDefaults) {
  expect_flags_in_help(add_link, "link", settings::link_options());
  const std::string help = run_the_program(add_link, {"link", "--help"}).output;
  EXPECT_EQ(behind_flag(help, "--threshold"), fmt::format("FLOAT={}", link::Options{}.threshold));
  EXPECT_EQ(behind_flag(help, "--pairs-from"),
            fmt::format("FLOAT={}", link::Options{}.pair_probability_min));
  EXPECT_EQ(behind_flag(help, "--draws"), fmt::format("INT={}", link::Options{}.draws));
  EXPECT_EQ(behind_flag(help, "--seed"), fmt::format("UINT={}", link::Options{}.seed));
}

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

TEST(LinkCommand, LabelsBindAndRowsWithoutOneAreCounted) {
  const help::Scratch scratch;
  const std::string one = scratch.write("one.csv", help::hospital_rows),
                    two = scratch.write("two.csv", help::morgue_rows);
  const std::string labels = scratch.write(
      "labels.csv", "list_l,record_l,list_r,record_r,label\none,1,two,m1,0\none,3,two,#3,\n");
  const auto person_of_first = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"link", one, two, "--clusters", scratch / "c.csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Ended ended = run_the_program(add_link, arguments);
    EXPECT_EQ(ended.code, 0) << ended.error;
    const std::string clusters = base::read_file(scratch / "c.csv");
    const auto person = [&](const std::string& row) {
      const std::size_t at = clusters.find("\n" + row) + row.size() + 1;
      return clusters.substr(at, clusters.find(',', at) - at);
    };
    return std::tuple(person("one,1,") == person("two,m1,"), ended.error);
  };
  EXPECT_TRUE(std::get<0>(person_of_first({})));
  const auto [is_one, said] = person_of_first({"--labels", labels});
  EXPECT_FALSE(is_one);
  EXPECT_NE(said.find("passed over: 1"), std::string::npos) << said;
}

// EM that starts from few matches held half of these for chance: 103 and 104 persons were found.
TEST(LinkCommand, OfATownOfAHundredAllMatchesAreFound) {
  const help::Scratch scratch, another;
  EXPECT_NEAR(linked_town(scratch, "100", "0.05", "5")["persons"].get<double>(), 79, 2);
  EXPECT_NEAR(linked_town(another, "100", "0.05", "9")["persons"].get<double>(), 78, 2);
}

// Pairs alone took three times as many namesakes for matches as there are matches, and blocking was
// told to lose 27 % of them; it loses one.
TEST(LinkCommand, APersonsManyNamesakesAreNotLearntFrom) {
  const help::Scratch scratch;
  const nlohmann::json linked = linked_town(scratch, "2000", "0.15", "5");
  EXPECT_NEAR(linked["persons"].get<double>(), 1550, 45);
  EXPECT_LT(linked["model"]["recall_lost"].get<double>(), 0.03);
}

// Only the columns that are asked for are read: the date that the year is of, and none called
// birth_year.
TEST(LinkCommand, BesideASplinkModelARuleMayNameTheYearOfADate) {
  const help::Scratch scratch;
  const std::string people = scratch.write("people.csv",
                                           "unique_id,surname,birth,town\n1,borg,1985-02-27,x\n"
                                           "2,borg,27/02/1985,y\n3,brog,1986-02-27,x\n");
  const std::string model = scratch.write(
      "model.json",
      R"json({"probability_two_random_records_match": 0.1, "comparisons": [{"output_column_name": "surname",
        "comparison_levels": [{"sql_condition": "\"surname_l\" = \"surname_r\"", "m_probability": 0.9, "u_probability": 0.1},
        {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9}]}]})json");
  const Ended ended =
      run_the_program(add_link, {"link", people, "--model", model, "--block", "birth_year",
                                 "--pairs", scratch / "pairs.csv", "--pairs-from", "0"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  const std::string pairs = base::read_file(scratch / "pairs.csv");
  EXPECT_NE(pairs.find("people,1,people,2,"), std::string::npos) << pairs;
  EXPECT_EQ(std::count(pairs.begin(), pairs.end(), '\n'), 2);
}

TEST(LinkCommand, ASplinkModelHandsOutAllPairsUnlessTheFileOrAFlagSaysMore) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string town = help::small_investigation(scratch);
  scratch.write(
      "town/model.json",
      R"json({"probability_two_random_records_match": 0.1, "comparisons": [{"output_column_name": "birth",
        "comparison_levels": [{"sql_condition": "\"birth_l\" = \"birth_r\"", "m_probability": 0.9, "u_probability": 0.1},
        {"sql_condition": "ELSE", "m_probability": 0.1, "u_probability": 0.9}]}]})json");
  const std::string settings = base::read_file(town + "/investigation.toml");
  const auto pairs = [&](const std::string& line, const std::vector<std::string>& flags) {
    std::string text = settings;
    scratch.write("town/investigation.toml",
                  text.replace(text.find("draws = 2\n"), 10,
                               "draws = 0\nmodel = \"model.json\"\nblock = [\"*\"]\n" + line));
    std::vector<std::string> words = {"link", town, "--pairs", scratch / "pairs.csv"};
    words.insert(words.end(), flags.begin(), flags.end());
    const Ended ended = run_the_program(add_link, words);
    EXPECT_EQ(ended.code, 0) << ended.error;
    const std::string written = base::read_file(scratch / "pairs.csv");
    return std::count(written.begin(), written.end(), '\n') - 1;
  };
  const auto all = pairs("", {});
  const auto likely = pairs("pair_probability_min = 0.3\n", {});
  EXPECT_GT(likely, 0);
  EXPECT_GT(all, likely);
  EXPECT_EQ(pairs("pair_probability_min = 0.3\n", {"--pairs-from", "0"}), all);
  EXPECT_EQ(pairs("", {"--pairs-from", "0.3"}), likely);
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
