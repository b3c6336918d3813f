#include "sanaq/investigation/step_keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/link/model_file.h"
#include "sanaq/settings/options.h"

namespace sanaq::investigation {
namespace {

using settings::Config;
using settings::Option;
using settings::Step;

TEST(StepKeys, ALaterSettingLeavesEarlierStepsAlone) {
  Config config;
  const StepKeys before = step_keys(config, {}, "");
  config.estimate.seed = 99;
  const StepKeys after = step_keys(config, {}, "");
  EXPECT_EQ(before.link, after.link);
  EXPECT_NE(before.estimate, after.estimate);
  EXPECT_NE(before.publish, after.publish);
  config.link.threshold = 0.9;
  EXPECT_NE(step_keys(config, {}, "").link, before.link);
}

TEST(StepKeys, DecisionsChangeTheRegisterAndNoSettings) {
  const StepKeys before = step_keys({}, {}, "");
  const StepKeys after = step_keys({}, {}, "a decision");
  EXPECT_EQ(before.ingest, after.ingest);
  EXPECT_NE(before.link, after.link);
  EXPECT_EQ(before.settings.link, after.settings.link);
}

TEST(StepKeys, AMendingIsAnInputOfEveryStep) {
  const StepKeys before = step_keys({}, {}, "");
  const StepKeys after = step_keys({}, {{mendings_input, "what they say"}}, "");
  EXPECT_NE(before.ingest, after.ingest);
  EXPECT_NE(before.link, after.link);
  EXPECT_EQ(before.settings.ingest, after.settings.ingest);
}

// An investigation of which every step is up to date, and its settings with one more line.
class UpToDate {
 public:
  UpToDate() {
    scratch_.write("town/labels.csv",
                   "list_l,record_l,list_r,record_r,label\nhospital,1,union,u3,0\n");
    scratch_.write("town/nicknames.csv", "name,nickname\nАйбар,Айка\n");
    settings_ = base::read_file(scratch_ / "town/investigation.toml");
    Steps steps(folder_, caller_, {});
    steps.ingest();
    steps.link();
    steps.estimate();
    steps.finish({"publish", false, 0, steps.keys().publish, "", {}, {}}, {});
  }

  // Which steps have to run again, by the first letters of their names: "ilep", "" for none.
  std::string runs_again(const std::string& toml, const Adjust& adjust = {}) {
    scratch_.write("town/investigation.toml", toml);
    Steps steps(folder_, caller_, adjust);
    std::string again;
    if (!steps.is_ingested()) again += "i";
    if (!steps.is_linked()) again += "l";
    if (!steps.recall_estimate()) again += "e";
    if (!steps.state_of("publish", steps.keys().publish)) again += "p";
    return again;
  }
  // `line` below the header of a table, or above all of them.
  [[nodiscard]] std::string with(const std::string& table, const std::string& line) const {
    if (table.empty()) return line + "\n" + without(line);
    const std::string header =
        (table == "list" || table == "table") ? "[[" + table + "]]\n" : "[" + table + "]\n";
    const std::size_t at = settings_.find(header);
    if (at == std::string::npos) return settings_ + header + line + "\n";
    std::string toml = settings_;
    const std::size_t end = std::min(toml.find("\n[", at), toml.size());
    const std::string key = line.substr(0, line.find(" = ")) + " = ";
    if (const std::size_t old = toml.find("\n" + key, at); old < end)
      toml.erase(old + 1, toml.find('\n', old + 1) - old);
    return toml.insert(at + header.size(), line + "\n");
  }

  [[nodiscard]] const std::string& settings() const { return settings_; }
  void write(const std::string& file, const std::string& text) {
    const bool is_list = file == "clinic.csv";
    scratch_.write((is_list ? "town/lists/" : "town/") + file, text);
  }

 private:
  [[nodiscard]] std::string without(const std::string& line) const {
    const std::string key = line.substr(0, line.find(" = ")) + " = ";
    std::string toml = "\n" + settings_;
    if (const std::size_t old = toml.find("\n" + key); old < toml.find("\n["))
      toml.erase(old, toml.find('\n', old + 1) - old);
    return toml.substr(1);
  }

  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
  base::Progress silent_;
  base::Catalog english_;
  Caller caller_{silent_, english_};
  std::string settings_;
};

// What each key may also be. A new option is added here, or the test says that it lacks.
const std::map<std::string, std::string> other_values = {
    {"title", "\"Another town\""},
    {"about", "\"What happened.\""},
    {"languages", "[\"ru\"]"},
    {"invented", "false"},
    {"scope.from", "\"2011-12-01\""},
    {"scope.to", "\"2011-12-31\""},
    {"scope.places", "[\"Square\"]"},
    {"scope.what", "\"wounded\""},
    {"scope.status", "\"dead\""},
    {"list.name", "\"clinic\""},
    {"list.file", "\"clinic.csv\""},
    {"list.duplicates", "true"},
    {"list.guess_columns", "false"},
    {"list.public", "[\"date\"]"},
    {"list.sheet", "\"One\""},
    {"list.header_row", "1"},
    {"list.skip_rows", "[4]"},
    {"list.dates", "\"dmy\""},
    {"list.century", "1900"},
    {"list.calendar", "\"hijri\""},
    {"list.values", "{ sex = { \"1\" = \"m\" } }"},
    {"list.encoding", "\"utf-8\""},
    {"list.covers", "{ places = [\"Square\"] }"},
    {"list.columns", "{ name = \"name\" }"},
    {"list.ignore", "[\"place\"]"},
    {"list.publish_hash", "true"},
    {"table.kind", "\"event\""},
    {"table.file", "\"other.csv\""},
    {"table.publish_hash", "true"},
    {"table.columns", "{ min = \"min\" }"},
    {"table.ignore", "[\"x\"]"},
    {"words.nobody", "[\"Nemo\"]"},
    {"link.threshold", "0.75"},
    {"link.draws", "7"},
    {"link.block", "[\"family_key\"]"},
    {"link.ignore", "[\"place\"]"},
    {"link.nicknames", "\"nicknames.csv\""},
    {"link.labels", "\"labels.csv\""},
    {"link.model", "\"model.json\""},
    {"link.seed", "9"},
    {"estimate.method", "\"auto\""},
    {"estimate.strata", "[\"place\"]"},
    {"estimate.prior", "[10, 50]"},
    {"estimate.prior_range", "[10, 50]"},
    {"link.pair_probability_min", "0.2"},
    {"estimate.prior_unlisted", "[0.1, 0.5]"},
    {"estimate.prior_unlisted_range", "[0.1, 0.5]"},
    {"estimate.dependent", "[[\"hospital\", \"morgue\"]]"},
    {"estimate.seed", "9"},
    {"estimate.checks", "false"},
    {"estimate.criterion", "\"aic\""},
    {"estimate.average", "true"},
    {"estimate.bootstrap", "100"},
    {"estimate.chains", "16"},
    {"estimate.draws", "999"},
    {"estimate.warmup", "999"},
    {"publish.site", "\"elsewhere\""},
    {"publish.register", "false"},
    {"publish.overlap", "true"},
    {"publish.consent", "\"required\""},
    {"publish.contact", "\"office@example.org\""},
    {"publish.intake", "\"here\""},
    {"publish.onion", "\"http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.onion\""},
    {"publish.held_on", "\"2014-12-16\""},
    {"publish.origin", "\"example.org/count\""},
    {"publish.keep", "[\"robots.txt\"]"},
    {"serve.index", "false"},
    {"publish.url", "\"https://example.org/count/\""}};

std::string from(Step step) {
  const std::string all = "ilep";
  return step == Step::no_step ? "" : all.substr(static_cast<std::size_t>(step));
}

// Changes each option of a table in the file. The settings themselves are an input of publishing
// (their hash stands on its pages), so that step always runs again.
template <typename Owner>
void expect_steps(UpToDate& town, const std::string& table,
                  const std::vector<Option<Owner>>& options) {
  for (const Option<Owner>& each : options) {
    if (!each.read) continue;
    const std::string name = (table.empty() ? "" : table + ".") + std::string(each.key);
    ASSERT_TRUE(other_values.contains(name)) << name << ": add another value of it to this test";
    const std::string line = std::string(each.key) + " = " + other_values.at(name);
    const std::string wanted = each.step == Step::no_step ? "p" : from(each.step);
    EXPECT_EQ(town.runs_again(town.with(table, line)), wanted) << name;
  }
}

TEST(StepKeys, EveryOptionOfTheFileThatIsChangedRunsItsStepAndTheLaterOnesAgain) {
  UpToDate town;
  ASSERT_EQ(town.runs_again(town.settings()), "");
  town.write("clinic.csv", help::hospital_rows);
  town.write("other.csv", "claim,what,min,source\na,dead,1,s\n");
  link::Model model;
  model.prior_match = 0.0625;
  town.write("model.json", link::write_model(model));
  expect_steps(town, "", settings::first_options());
  expect_steps(town, "scope", settings::scope_options());
  expect_steps(town, "list", settings::list_options());
  expect_steps(town, "table", settings::table_options());
  expect_steps(town, "words", settings::words_options());
  expect_steps(town, "link", settings::link_options());
  expect_steps(town, "estimate", settings::estimate_options());
  expect_steps(town, "publish", settings::publish_options());
  expect_steps(town, "serve", settings::serve_options());
  EXPECT_EQ(town.runs_again(town.settings()), "");
}

TEST(StepKeys, WhatOnlyAFlagChangesRunsItsStepAgainToo) {
  UpToDate town;
  const auto again = [&](const Adjust& adjust) { return town.runs_again(town.settings(), adjust); };
  EXPECT_EQ(again([](Config& all) { all.estimate.classes_max = 3; }), "ep");
  EXPECT_EQ(again([](Config& all) { all.estimate.checks_on_own_lists = false; }), "ep");
  EXPECT_EQ(again([](Config& all) { all.estimate.alternatives = false; }), "ep");
  EXPECT_EQ(again([](Config& all) { all.lists[0].has_own_name = false; }), "p");
  EXPECT_EQ(again([](Config& all) { all.link.threads = 1; }), "");
  EXPECT_EQ(again([](Config& all) { all.estimate.threads = 1; }), "");
}

}  // namespace
}  // namespace sanaq::investigation
