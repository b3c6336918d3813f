#include "sanaq/investigation/enter_steps.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/ledger/verify.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

class EnterSteps : public testing::Test {
 protected:
  EnterSteps() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  [[nodiscard]] OpenLedger open() const {
    return [this] { return ledger::Writer(folder_); };
  }
  // The one that the ledger holds to; "" where there is none.
  [[nodiscard]] std::string map_of(const std::string& list) const {
    if (!base::folder_exists(folder_ + "/ledger")) return "";
    const auto map = ledger::known_maps(folder_).newest(list, "");
    return map ? folder_ + "/" + ledger::map_file(map->history) : "";
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
};

TEST_F(EnterSteps, EachStepAndListVersionIsEnteredOnce) {
  const Outcome first = estimate_total(folder_, caller);
  EXPECT_EQ(enter_steps(first, open()), 8);  // three lists, settings, claims; and three steps
  EXPECT_EQ(enter_steps(first, open()), 0);
  EXPECT_EQ(enter_steps(estimate_total(folder_, caller), open()), 0);
  const std::vector<ledger::Run> runs = ledger::runs(folder_);
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[1].verb, "link");
  EXPECT_EQ(runs[1].version, first.provenance.version);
  EXPECT_EQ(runs[1].inputs.size(), 5u);  // the settings, three lists, the claims
  EXPECT_EQ(runs[1].outputs, first.steps[1].outputs);
  EXPECT_EQ(runs[2].figures[1].first, "documented_low");
}

TEST_F(EnterSteps, AnOverwrittenListAndAFlagAreEnteredAnew) {
  enter_steps(estimate_total(folder_, caller), open());
  scratch_.write("town/lists/morgue.csv",
                 std::string(help::morgue_rows) + "m4;Kunsulu Shanyrakova;1988-01-01;2011-12-16\n");
  EXPECT_EQ(enter_steps(estimate_total(folder_, caller), open()), 4);
  const Outcome other = estimate_total(folder_, caller, [](settings::Config& config) {
    config.estimate.method = estimate::Method::chapman;
  });
  EXPECT_EQ(enter_steps(other, open()), 1);
  const std::vector<ledger::Run> runs = ledger::runs(folder_);
  EXPECT_NE(runs.back().settings, runs[runs.size() - 2].settings);
}

TEST_F(EnterSteps, AStatementIsAnInputOfTheSiteAlone) {
  const auto has_statements = [](const ledger::Run& run) {
    return std::any_of(run.inputs.begin(), run.inputs.end(),
                       [](const auto& input) { return input.first == "statements"; });
  };
  {
    ledger::Writer writer(folder_);
    ledger::Statement said;
    said.subject = "event:1";
    said.property = "title";
    said.value = "An invented event";
    writer.append("statement", ledger::body_of(said));
  }
  const Outcome outcome = estimate_total(folder_, caller);
  for (const StepDone& step : outcome.steps)
    EXPECT_FALSE(has_statements(run_entry(outcome, step))) << step.name;
  StepDone publish;
  publish.name = "publish";
  EXPECT_TRUE(has_statements(run_entry(outcome, publish)));
}

TEST_F(EnterSteps, ASiteIsEnteredOnceForEachPlaceUntilItChanges) {
  const Outcome outcome = ingest_lists(folder_, caller);
  enter_steps(outcome, open());
  const ledger::Publication site{std::string(64, 'a'), 7, {"00bb", "00aa"}, "site", {}, ""};
  ledger::Publication other = site, elsewhere = site;
  other.mark = std::string(64, 'b');
  elsewhere.site = "";
  EXPECT_EQ(enter_steps(outcome, site, open()), 1);
  EXPECT_EQ(enter_steps(outcome, site, open()), 0);
  EXPECT_EQ(enter_steps(outcome, elsewhere, open()), 1);
  EXPECT_EQ(enter_steps(outcome, site, open()), 0);
  EXPECT_EQ(enter_steps(outcome, other, open()), 1);
  EXPECT_EQ(enter_steps(outcome, site, open()), 1);
  const std::vector<ledger::Publication> entered = ledger::publications(folder_);
  ASSERT_EQ(entered.size(), 4u);
  EXPECT_EQ(entered[0].addresses, (std::vector<std::string>{"00aa", "00bb"}));
  EXPECT_EQ(entered[0].files, 7);
  EXPECT_EQ(entered[1].site, "");
}

TEST_F(EnterSteps, WhatCouldNotBeEnteredIsEnteredTheNextTime) {
  const Outcome outcome = ingest_lists(folder_, caller);
  const OpenLedger refuse = []() -> ledger::Writer {
    throw base::Error(base::Kind::io, base::message("no"));
  };
  EXPECT_THROW(enter_steps(outcome, refuse), base::Error);
  // A map that nobody entered is none that a later run goes on from.
  EXPECT_FALSE(base::file_exists(map_of("morgue")));
  EXPECT_EQ(enter_steps(outcome, open()), 6);
  scratch_.write("town/.sanaq/entered.json", "{");
  EXPECT_EQ(enter_steps(outcome, open()), 6);
}

std::string findings(const std::string& folder) {
  std::string text;
  for (const ledger::Finding& finding : ledger::verify(folder, {}, silent).findings)
    text += std::to_string(static_cast<int>(finding.weight)) + " " + finding.file + ": " +
            finding.what.english() + "\n";
  return text;
}

TEST_F(EnterSteps, WhatWasEnteredIsWholeAndStaysSoThroughManyVersions) {
  for (int version = 0; version < 4; ++version) {
    scratch_.write("town/lists/morgue.csv", std::string(help::morgue_rows) + "m4;Row " +
                                                std::to_string(version) + ";1988-01-01;\n");
    enter_steps(estimate_total(folder_, caller), open());
    EXPECT_EQ(findings(folder_), "") << version;
  }
  // The memory of what was entered is lost: it is entered again, and nothing is doubted for it.
  base::remove_tree(folder_ + "/.sanaq");
  enter_steps(estimate_total(folder_, caller), open());
  EXPECT_EQ(findings(folder_), "");
}

TEST_F(EnterSteps, AnAlteredMapIsNeitherCountedNorEnteredAsIfItWereTrue) {
  enter_steps(estimate_total(folder_, caller), open());
  const std::string map = map_of("morgue");
  std::string text = base::read_file(map);
  const std::size_t arrivals = text.find("1", text.find("arrivals"));
  text[arrivals] = '2';
  base::write_file_whole(map, text);
  EXPECT_THROW((void)estimate_total(folder_, caller), base::Error);
  scratch_.write("town/lists/morgue.csv",
                 std::string(help::morgue_rows) + "m4;Kunsulu Shanyrakova;1988-01-01;\n");
  EXPECT_THROW((void)estimate_total(folder_, caller), base::Error);
  EXPECT_NE(findings(folder_).find("0 " + map.substr(folder_.size() + 1)), std::string::npos)
      << findings(folder_);
}

TEST_F(EnterSteps, AMapOfAnOlderVersionIsSaidAndThenEntered) {
  const Outcome outcome = estimate_total(folder_, caller);
  {
    ledger::Writer writer(folder_);
    for (const ListReport& list : outcome.lists)
      ledger::record_list(writer, {list.name, list.file, list.version, list.records, {}, "", ""});
  }
  for (const persons::ListHistory& history : outcome.histories)
    base::write_file_whole(folder_ + "/" + ledger::unnamed_map_file(history.list),
                           persons::history_text(history));
  const std::string older = ledger::unnamed_map_file("morgue");
  EXPECT_NE(findings(folder_).find("2 " + older), std::string::npos) << findings(folder_);
  const Outcome next = estimate_total(folder_, caller);
  EXPECT_FALSE(next.lists[1].change.is_new);
  enter_steps(next, open());
  EXPECT_EQ(base::sha256_of_file(map_of("morgue")), base::sha256_of_file(folder_ + "/" + older));
  // The old one is no longer read, and whoever keeps it is told.
  EXPECT_NE(findings(folder_).find("1 " + older), std::string::npos) << findings(folder_);
}

TEST_F(EnterSteps, ATableThatChangedIsANewVersionAndTheOldOneIsKept) {
  enter_steps(estimate_total(folder_, caller), open());
  const std::string claims = base::read_file(folder_ + "/claims.csv");
  scratch_.write("town/claims.csv", claims + "c9,deaths,5,5,,,,,A. Tester,,,s\n");
  EXPECT_EQ(ledger::verify(folder_, {}, silent).changed, std::vector<std::string>{"claims.csv"});
  enter_steps(estimate_total(folder_, caller), open());
  EXPECT_EQ(findings(folder_), "");
  EXPECT_EQ(base::read_file(folder_ + "/lists/.versions/" + base::sha256_hex(claims) + ".csv"),
            claims);
}

}  // namespace
}  // namespace sanaq::investigation
