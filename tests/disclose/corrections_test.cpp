#include "sanaq/disclose/corrections.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "sanaq/base/error.h"
#include "sanaq/disclose/correction_lines.h"
#include "sanaq/pages/fact_lines.h"

namespace sanaq::disclose {
namespace {

using nlohmann::json;

// One person on one list, with what its columns say; the id of a fact follows from its text.
struct Cell {
  std::string text;
  bool is_narrowed = false;
};

pages::PublicView view_of(const std::vector<std::vector<Cell>>& persons) {
  pages::PublicView view;
  view.languages = {"en"};
  view.columns = {{record::Field::name, "Name"}, {record::Field::birth, "Born"}};
  view.lists.emplace_back().name = "hospital";
  for (std::size_t at = 0; at < persons.size(); ++at) {
    pages::PublicPerson& person = view.persons.emplace_back();
    person.id = "00000000000000a" + std::to_string(at);
    pages::PublicRecord& record = person.records.emplace_back();
    std::uint64_t column = 0;
    for (const Cell& cell : persons[at]) {
      pages::PublicCell made{cell.text, cell.text};
      made.fact = std::hash<std::string>()(std::to_string(at) + "/" + std::to_string(++column) +
                                           "/" + cell.text);
      made.is_narrowed = cell.is_narrowed;
      record.cells.emplace_back(made);
    }
  }
  view.fact_lines = pages::all_fact_lines(view, {});
  return view;
}

KeptFacts publish(const KeptFacts& before, pages::PublicView& view, const char* day,
                  const std::string& reason = "") {
  return disclose_corrections(before.facts, before.corrections, day, reason, view);
}

KeptFacts publish(const KeptFacts& before, const std::vector<std::vector<Cell>>& persons,
                  const char* day, const std::string& reason = "") {
  pages::PublicView view = view_of(persons);
  return publish(before, view, day, reason);
}

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST(Corrections, TheFirstPublicationCorrectsNothing) {
  const KeptFacts kept = publish({}, {{{"A. Sample"}, {"1970"}}}, "2026-01-01");
  EXPECT_EQ(kept.corrections, "");
  EXPECT_EQ(lines_of(kept.facts).size(), 2u);
}

TEST(Corrections, AnotherValueInItsPlaceIsACorrectionWithBoth) {
  const KeptFacts first = publish({}, {{{"A. Sample"}, {"1970"}}}, "2026-01-01");
  pages::PublicView view = view_of({{{"A. Sample"}, {"1971"}}});
  const auto lines = lines_of(publish(first, view, "2026-02-01", "a slip of the pen").corrections);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["day"], "2026-02-01");
  EXPECT_EQ(lines[0]["page"], "person/00000000000000a0.html");
  EXPECT_EQ(lines[0]["property"], "birth");
  EXPECT_EQ(lines[0]["old"], "1970");
  EXPECT_EQ(lines[0]["new"], "1971");
  EXPECT_EQ(lines[0]["reason"], "a slip of the pen");
  EXPECT_EQ(lines[0]["kind"], "corrected");
  ASSERT_EQ(view.corrections.all.size(), 1u);
  EXPECT_EQ(view.corrections.by_page.count("person/00000000000000a0.html"), 1u);
}

TEST(Corrections, PublishingTheSameAgainADayLaterChangesNoByte) {
  const KeptFacts first = publish({}, {{{"A. Sample"}, {"1970"}}}, "2026-01-01");
  const KeptFacts second = publish(first, {{{"A. Sample"}, {"1971"}}}, "2026-02-01");
  const KeptFacts third = publish(second, {{{"A. Sample"}, {"1971"}}}, "2026-02-02");
  EXPECT_EQ(third.facts, second.facts);
  EXPECT_EQ(third.corrections, second.corrections);
}

TEST(Corrections, WhatIsAddedHasNoValueBefore) {
  const KeptFacts first = publish({}, {{{"A. Sample"}, {""}}}, "2026-01-01");
  const auto lines =
      lines_of(publish(first, {{{"A. Sample"}, {"1970"}}}, "2026-02-01").corrections);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["kind"], "added");
  EXPECT_EQ(lines[0]["old"], "");
  EXPECT_EQ(lines[0]["new"], "1970");
  EXPECT_EQ(lines[0]["reason"], "not given");
}

// The word must be gone from every line, whatever became of it meanwhile.
TEST(Corrections, AWithdrawnFactLeavesItsWordsInNoLine) {
  KeptFacts kept = publish({}, {{{"A. Sample"}, {""}}}, "2026-01-01");
  kept = publish(kept, {{{"A. Sample"}, {"1970"}}}, "2026-02-01");
  kept = publish(kept, {{{"A. Sample"}, {"1971"}}}, "2026-03-01");
  EXPECT_NE(kept.corrections.find("1970"), std::string::npos);
  kept = publish(kept, {{{"A. Sample"}, {""}}}, "2026-04-01", "asked for");
  for (const char* word : {"1970", "1971"}) {
    EXPECT_EQ(kept.corrections.find(word), std::string::npos) << word;
    EXPECT_EQ(kept.facts.find(word), std::string::npos) << word;
  }
  const auto lines = lines_of(kept.corrections);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[2]["kind"], "withdrawn");
  EXPECT_EQ(lines[0]["kind"], "added");
}

TEST(Corrections, AFactThatIsNowShownInPartLeavesTheWholeNowhere) {
  KeptFacts kept = publish({}, {{{"A. Sample"}, {"1970-02-03"}}}, "2026-01-01");
  kept = publish(kept, {{{"A. Sample"}, {"1970-02-04"}}}, "2026-02-01");
  kept = publish(kept, {{{"A. Sample"}, {"1970", true}}}, "2026-03-01");
  EXPECT_EQ(kept.corrections.find("1970-02"), std::string::npos);
  EXPECT_EQ(lines_of(kept.corrections).back()["new"], "1970");
}

TEST(Corrections, AWholePersonWhoIsWithdrawnLeavesNoWord) {
  KeptFacts kept =
      publish({}, {{{"A. Sample"}, {"1970"}}, {{"B. Sample"}, {"1980"}}}, "2026-01-01");
  kept = publish(kept, {{{"A. Sample"}, {"1970"}}}, "2026-02-01");
  EXPECT_EQ(kept.corrections.find("B. Sample"), std::string::npos);
  EXPECT_EQ(kept.corrections.find("1980"), std::string::npos);
  EXPECT_EQ(lines_of(kept.corrections).size(), 2u);
}

// Killed after the corrections were written and before the facts were.
TEST(Corrections, ARunThatWasKilledBetweenTheTwoFilesSaysNothingTwice) {
  const KeptFacts first = publish({}, {{{"A. Sample"}, {"1970"}}}, "2026-01-01");
  const KeptFacts second = publish(first, {{{"A. Sample"}, {"1971"}}}, "2026-02-01");
  const KeptFacts again =
      publish({first.facts, second.corrections}, {{{"A. Sample"}, {"1971"}}}, "2026-02-02");
  EXPECT_EQ(again.corrections, second.corrections);
}

TEST(Corrections, AFileThatIsNotOursIsNamedWithItsLine) {
  pages::PublicView view = view_of({{{"A. Sample"}, {"1970"}}});
  for (const auto& [facts, corrections] :
       std::vector<std::pair<std::string, std::string>>{{"{\"id\":\"x\"}\n", ""},
                                                        {"hello", ""},
                                                        {"", "hello\n"},
                                                        {"", "{\"day\":\"2026-01-01\"}\n"},
                                                        {"", "{}"}}) {
    try {
      (void)disclose_corrections(facts, corrections, "2026-01-01", "", view);
      ADD_FAILURE() << facts << corrections;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::corrupt);
      EXPECT_NE(error.message().english().find("line 1"), std::string::npos);
    }
  }
}

TEST(Corrections, AReasonFromOutsideIsMadeHarmless) {
  const KeptFacts first = publish({}, {{{"A. Sample"}, {"1970"}}}, "2026-01-01");
  const auto lines =
      lines_of(publish(first, {{{"A. Sample"}, {"1971"}}}, "2026-02-01", "a\u202Eb").corrections);
  EXPECT_EQ(lines[0]["reason"].get<std::string>().find("\u202E"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::disclose
