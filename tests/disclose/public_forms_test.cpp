#include "sanaq/disclose/public_forms.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>
#include <set>

#include "help/scratch.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::disclose {
namespace {

const std::string secret(32, 's');

pages::PublicView view_of_one_person() {
  pages::PublicView view;
  pages::PublicList list;
  list.name = "hospital";
  view.lists = {list};
  view.columns = {{record::Field::name, "ФИО"}, {std::nullopt, "Ward"}, {std::nullopt, "Phone"}};
  pages::PublicPerson person;
  person.id = "0123456789abcdef";
  person.records = {{0, 1, {pages::PublicCell{"Sample", ""}, pages::PublicCell{"7", ""}, {}}}};
  view.persons = {person};
  return view;
}

// A log that has nothing yet.
KnownLeaves nothing_known() {
  return {[](const std::string&) { return std::nullopt; }, [](std::uint64_t) { return false; },
          [](std::uint64_t index) { return std::vector<std::uint64_t>{index}; },
          [](const std::string&, const RowForm&) { return std::nullopt; }};
}

class PublicFormsOfALedger : public testing::Test {
 protected:
  PublicFormsOfALedger() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  ledger::Writer writer() { return ledger::Writer(scratch_ / "case"); }
  PublicForms forms(const pages::PublicView& view, const KnownLeaves& known) {
    return public_forms(scratch_ / "case", view, secret, "town/log", known);
  }
  help::Scratch scratch_;
};

TEST_F(PublicFormsOfALedger, ARowHasItsPublicCellsItsListAndItsPersonAlone) {
  const PublicForms made = forms(view_of_one_person(), nothing_known());
  ASSERT_EQ(made.open.size(), 1u);
  EXPECT_EQ(made.open[0].text,
            "{\"cells\":{\"Ward\":\"7\",\"name\":\"Sample\"},\"kind\":\"row\",\"list\":"
            "\"hospital\",\"origin\":\"town/log\",\"person\":\"0123456789abcdef\",\"replaces\":"
            "null}");
  EXPECT_EQ(made.open[0].subject, "0123456789abcdef");
  EXPECT_TRUE(made.closed.empty());
}

TEST_F(PublicFormsOfALedger, OfTwoColumnsOfOneNameBothCellsAreThere) {
  pages::PublicView view = view_of_one_person();
  view.columns[1].header = "name";
  const auto cells =
      nlohmann::json::parse(forms(view, nothing_known()).open.at(0).text).at("cells");
  EXPECT_EQ(cells.dump(), R"({"name":"Sample","name'":"7"})");
}

TEST_F(PublicFormsOfALedger, ACorrectedRowSaysWhatItReplacesAndCloses) {
  KnownLeaves known = nothing_known();
  known.replaced_by = [](const std::string&, const RowForm&) {
    return std::optional<std::uint64_t>(5);
  };
  const PublicForms made = forms(view_of_one_person(), known);
  const auto form = nlohmann::json::parse(made.open.at(0).text);
  EXPECT_EQ(form.at("replaces"), 5);
  EXPECT_EQ(form.at("closes"), nlohmann::json({5}));
  EXPECT_EQ(form.at("ground"), "replaced");
  EXPECT_EQ(made.open[0].ends, std::vector<std::uint64_t>{5});
}

TEST_F(PublicFormsOfALedger, RowsOfAPersonThatAllStandOpenAreNotMade) {
  pages::PublicView view = view_of_one_person();
  view.persons[0].records.push_back(view.persons[0].records[0]);
  view.persons[0].records[1].cells[1] = pages::PublicCell{"8", ""};
  view.persons[0].records.push_back(view.persons[0].records[0]);  // equal rows are one leaf
  KnownLeaves known = nothing_known();
  std::set<std::string> asked;
  known.open_row = [&](const std::string& of) -> std::optional<std::uint64_t> {
    asked.insert(of);
    return 40 + asked.size();
  };
  const PublicForms standing = forms(view, known);
  ASSERT_EQ(standing.open.size(), 2u);
  EXPECT_EQ(standing.open[0].leaf, 41U);
  EXPECT_EQ(standing.open[1].leaf, 42U);
  EXPECT_EQ(standing.open[1].text, "");
  // What one of them replaces is looked for among all.
  known.open_row = [&](const std::string& of) -> std::optional<std::uint64_t> {
    return of == *asked.begin() ? std::optional<std::uint64_t>(41) : std::nullopt;
  };
  for (const PublicForm& form : forms(view, known).open) {
    EXPECT_FALSE(form.leaf);
    EXPECT_NE(form.text, "");
  }
}

TEST_F(PublicFormsOfALedger, WithoutASecretThereAreNoRows) {
  EXPECT_TRUE(public_forms(scratch_ / "case", view_of_one_person(), "", "town/log", nothing_known())
                  .open.empty());
}

TEST_F(PublicFormsOfALedger, AStatementIsOpenIfThePagesShowItAndThenHasWhatTheyShow) {
  const ledger::Entry shown = writer().append("statement", {{"author", "AUTHOR"},
                                                            {"property", "name"},
                                                            {"subject", "event:e1"},
                                                            {"value", "long value"},
                                                            {"visibility", "public"}});
  (void)writer().append("statement", {{"author", "AUTHOR"},
                                      {"property", "name"},
                                      {"subject", "event:e2"},
                                      {"value", "closed"},
                                      {"visibility", "sealed"}});
  casefile::Statement said;
  said.subject = "event:e1";
  said.property = "name";
  said.value = "short";
  pages::PublicView view;
  view.case_file.view = casefile::View({said});
  view.case_file.ledger_entries = {shown.writer + ":" + std::to_string(shown.seq)};
  const PublicForms made = forms(view, nothing_known());
  ASSERT_EQ(made.open.size(), 1u);
  const auto form = nlohmann::json::parse(made.open[0].text);
  EXPECT_EQ(form.at("body"),
            (nlohmann::json{{"property", "name"}, {"subject", "event:e1"}, {"value", "short"}}));
  EXPECT_EQ(form.at("day"), shown.time.substr(0, 10));
  EXPECT_EQ(made.open[0].salt_key, shown.salt);
  ASSERT_EQ(made.closed.size(), 1u);
  for (const auto& each : {made.open[0], made.closed[0]})
    EXPECT_EQ(each.text.find("AUTHOR"), std::string::npos);
}

TEST_F(PublicFormsOfALedger, WhatARowOfACaseTableSaysOfOneThingIsALeaf) {
  const auto said = [](const char* subject, const char* property, const char* value, int row) {
    casefile::Statement one;
    one.subject = subject;
    one.property = property;
    one.value = value;
    one.source = "a paper";
    one.author = "AUTHOR";
    one.origin = {"claims", "", row, ""};
    return one;
  };
  pages::PublicView view;
  view.case_file.view =
      casefile::View({said("claim:office", "what", "dead", 1), said("claim:office", "min", "3", 1),
                      said("claim:paper", "what", "dead", 2), said("claim:office", "min", "4", 3)});
  view.case_file.ledger_entries = {"", "", "", ""};
  const PublicForms made = forms(view, nothing_known());
  ASSERT_EQ(made.open.size(), 3u);
  EXPECT_EQ(
      made.open[0].text,
      "{\"kind\":\"row\",\"origin\":\"town/log\",\"replaces\":null,\"said\":[{\"property\":"
      "\"what\",\"source\":\"a paper\",\"value\":\"dead\"},{\"property\":\"min\",\"source\":\"a "
      "paper\",\"value\":\"3\"}],\"subject\":\"claim:office\",\"table\":\"claims\"}");
  std::set<std::string> places;
  for (const PublicForm& form : made.open) {
    EXPECT_TRUE(form.of.starts_with("row:"));
    EXPECT_EQ(form.text.find("AUTHOR"), std::string::npos);
    places.insert(form.of);
  }
  EXPECT_EQ(places.size(), 3u);
}

TEST_F(PublicFormsOfALedger, AWithdrawalTellsWhichLeavesItClosesUnlessItWasTakenBack) {
  ledger::Writer own = writer();
  const auto name = [](const ledger::Entry& entry) {
    return entry.writer + ":" + std::to_string(entry.seq);
  };
  const ledger::Entry statement =
      own.append("statement", {{"property", "dead"}, {"subject", "event:e1"}, {"value", "11"}});
  const ledger::Entry withdrawal = own.append(
      "statement", ledger::body_of(ledger::withdrawal_of("event:e1", "order", "WHY", "WHO")));
  KnownLeaves known = nothing_known();
  known.index_of = [](const std::string&) { return std::optional<std::uint64_t>(7); };
  EXPECT_TRUE(forms({}, known).withdrawn().empty()) << "never open";
  known.was_open = [](std::uint64_t) { return true; };
  const PublicForms made = forms({}, known);
  const auto withdrawn = made.withdrawn();
  ASSERT_TRUE(withdrawn.contains(name(statement)));
  EXPECT_EQ(withdrawn.at(name(statement)).ground, "order");
  EXPECT_EQ(withdrawn.at(name(statement)).by, name(withdrawal));
  for (const PublicForm& form : made.closed) EXPECT_EQ(form.text.find("WHY"), std::string::npos);
  (void)ledger::retract(own, {withdrawal.writer, withdrawal.seq}, "a slip", "WHO");
  EXPECT_FALSE(forms({}, known).withdrawn);
}

TEST_F(PublicFormsOfALedger, ARetractionGivesTheGroundThatWasSaidAndAnOldOneThatItIsOne) {
  ledger::Writer own = writer();
  const ledger::Entry statement =
      own.append("statement", {{"property", "name"}, {"subject", "event:e1"}, {"value", "x"}});
  const nlohmann::json target = {{"seq", statement.seq}, {"writer", statement.writer}};
  for (const char* ground : {"safety", "not-given", "a word of tomorrow"})
    (void)own.append("retraction", {{"entry", target}, {"ground", ground}, {"reason", "WHY"}});
  (void)own.append("retraction", {{"entry", target}, {"reason", "WHY"}});
  std::vector<std::string> grounds;
  for (const PublicForm& form : forms({}, nothing_known()).closed) {
    const auto body = nlohmann::json::parse(form.text);
    if (body.at("kind") == "retraction") grounds.push_back(body.at("ground"));
  }
  EXPECT_EQ(grounds, (std::vector<std::string>{"safety", "not-given", "not-given", "retracted"}));
}

TEST_F(PublicFormsOfALedger, ARetractionIsOpenOnlyIfWhatItRetractsEverWas) {
  const ledger::Entry statement =
      writer().append("statement", {{"property", "name"}, {"subject", "event:e1"}, {"value", "x"}});
  ledger::Writer own = writer();
  (void)ledger::retract(own, {statement.writer, statement.seq}, "PRIVATE REASON", "WHO");
  KnownLeaves known = nothing_known();
  EXPECT_TRUE(forms({}, known).open.empty());
  known.index_of = [&](const std::string& of) -> std::optional<std::uint64_t> {
    if (of == statement.writer + ":" + std::to_string(statement.seq)) return 7;
    return std::nullopt;
  };
  EXPECT_TRUE(forms({}, known).open.empty());
  known.was_open = [](std::uint64_t) { return true; };
  const PublicForms made = forms({}, known);
  ASSERT_EQ(made.open.size(), 1u);
  const auto form = nlohmann::json::parse(made.open[0].text);
  EXPECT_EQ(form.at("closes"), nlohmann::json({7}));
  EXPECT_EQ(form.at("ground"), "not-given");
  EXPECT_EQ(made.open[0].text.find("PRIVATE"), std::string::npos);
  EXPECT_EQ(made.open[0].text.find("WHO"), std::string::npos);
}

TEST_F(PublicFormsOfALedger, ACommentThatAPageShowsIsALeafWithWhatThePageShows) {
  ledger::Writer own = writer();
  const auto comment = [&](const char* text) {
    return own.append("comment", {{"day", "2016-12-16"},
                                  {"envelope", std::string(64, '0')},
                                  {"lang", "en"},
                                  {"page", "articles/one.html"},
                                  {"text", text}});
  };
  const ledger::Entry held = comment("HELD BY NOBODY YET");
  const ledger::Entry shown = comment("whole, with a SECRET in it");
  pages::PublicView view;
  view.comment_forms[shown.writer + ":" + std::to_string(shown.seq)] =
      R"({"page":"articles/one.html","text":"whole, with a […] in it"})";
  const PublicForms made = forms(view, nothing_known());
  ASSERT_EQ(made.open.size(), 1u);
  const auto form = nlohmann::json::parse(made.open[0].text);
  EXPECT_EQ(form.at("kind"), "comment");
  EXPECT_EQ(form.at("body").at("text"), "whole, with a […] in it");
  EXPECT_EQ(form.at("day"), shown.time.substr(0, 10));
  EXPECT_EQ(made.open[0].salt_key, shown.salt);
  EXPECT_EQ(made.open[0].text.find("SECRET"), std::string::npos);
  ASSERT_EQ(made.closed.size(), 1u);
  EXPECT_EQ(made.closed[0].salt_key, held.salt);
}

TEST_F(PublicFormsOfALedger, AnErasedBodyHasNoFormAnyMore) {
  ledger::Writer own = writer();
  const ledger::Entry statement =
      own.append("statement", {{"property", "name"}, {"subject", "event:e1"}, {"value", "x"}});
  (void)ledger::erase(own, {statement.writer, statement.seq}, "asked", "WHO");
  const PublicForms made = forms({}, nothing_known());
  ASSERT_EQ(made.closed.size(), 1u);
  EXPECT_NE(made.closed[0].text.find("\"kind\":\"erasure\""), std::string::npos);
}

}  // namespace
}  // namespace sanaq::disclose
