// On no page does a name from outside turn the line round in which it stands.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/pages/site.h"
#include "sanaq/persons/claims_beside.h"
#include "sanaq/publish/evidence_export.h"

namespace sanaq::publish {
namespace {

// A Hebrew word: whatever has it came from outside.
constexpr std::string_view word = "שם";

std::string outside(const std::string& text) { return std::string(word) + " " + text; }

casefile::Statement said(const std::string& subject, const std::string& property,
                         const std::string& value) {
  casefile::Statement one;
  one.subject = subject;
  one.property = property;
  one.value = outside(value);
  one.source = outside("source");
  one.locator = outside("page 7");
  one.visibility = "public";
  one.origin = {"acts.csv", "", 7, ""};
  return one;
}

// Everything that a person can write, written from right to left.
investigation::Outcome from_right_to_left() {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.title = outside(outcome.config.title);
  outcome.config.about = outside(outcome.config.about);
  outcome.config.scope.places = {outside("place"), outside("other place")};
  for (std::size_t at = 0; at < outcome.lists.size(); ++at) {
    const std::string name = outside(outcome.lists[at].name);
    outcome.config.lists[at].name = outcome.lists[at].name = outcome.records.lists[at].name = name;
    outcome.config.lists[at].covers.places = {outside("town")};
    outcome.capture->lists[at] = outcome.estimate->lists[at] = name;
    if (!outcome.config.lists[at].public_fields.empty())
      outcome.config.lists[at].public_fields.back() = outside("Quarter");
  }
  outcome.estimate->reasons = {base::message("nobody is on {}: leave the list out", outside("x"))};
  outcome.estimate->warnings = outcome.estimate->reasons;
  outcome.estimate->left_out_lists = {{0, 111, 130, 120, 150}, {1, 111, 130, 120, 150}};
  outcome.estimate->merged_lists = {{0, 1, 400, 380, 450}};
  outcome.estimate->hidden_lists = {{0, 33, 30, 20, 50}};
  for (record::Column& column : outcome.records.columns) {
    if (!column.field) column.header = outside(column.header);
    for (std::size_t value = 1; value < column.values.size(); ++value) {
      if (column.field != record::Field::birth)
        column.values[value] = column.canonical[value] = outside(column.values[value]);
    }
  }
  for (persons::Claim& claim : outcome.claims) {
    for (std::string* text : {&claim.what, &claim.place, &claim.group, &claim.asserted_by,
                              &claim.printed_in, &claim.source})
      *text = outside(*text);
  }
  outcome.config.tables.push_back({"act", "acts.csv"});
  outcome.case_file.said = {said("event:e", "title", "The strike"),
                            said("event:e", "place", "Square"),
                            said("event:e", "outcome", "jailed"),
                            said("event:e", "of my own", "own"),
                            said("act:a", "victim", "Bolat Sample"),
                            said("act:a", "victim", "Other Sample"),
                            said("act:a", "perpetrator", "The Unit"),
                            said("act:a", "type", "02"),
                            said("act:a", "note", "a note"),
                            said("act:a", "event", "The strike"),
                            said("act:a", "place", "Square"),
                            said("custody:c", "person", "Bolat Sample"),
                            said("custody:c", "charge", "a charge"),
                            said("custody:c", "verdict", "own word"),
                            said("organisation:u", "name", "The Unit"),
                            said("organisation:u", "parent", "The Staff"),
                            said("organisation:s", "name", "The Staff"),
                            said("post:p", "person", "Low Sample"),
                            said("post:p", "organisation", "The Unit"),
                            said("post:p", "title", "chief"),
                            said("post:p", "superior", "The Staff"),
                            said("claim:k", "what", "deaths"),
                            said("claim:k", "asserted_by", "A witness"),
                            said("demand:d", "text", "Release them"),
                            said("demand:d", "by", "The strikers"),
                            said("aid:1", "fund", "A fund"),
                            said("aid:1", "purpose", "for bread"),
                            said("aid:1", "currency", "KZT"),
                            said("person:" + outside("Bolat"), "note", "x")};
  casefile::Statement degree = said("act:a", "involvement/" + outside("The Unit"), "");
  degree.value = "0102";
  outcome.case_file.said.push_back(degree);
  casefile::Statement count = said("act:a", "count/" + outside("Other Sample"), "");
  count.value = "5";
  outcome.case_file.said.push_back(count);
  // Whoever may be living has agreed to be shown.
  std::set<std::string> named;
  for (const casefile::Statement& one : outcome.case_file.said) {
    if (one.property == "person" || one.property == "victim") named.insert(one.value);
  }
  for (const std::string& name : named) {
    casefile::Statement consent = said("person:" + name, "consent", "");
    consent.value = "public";
    outcome.case_file.said.push_back(consent);
  }
  casefile::Statement dispute = said("event:e", "place", "Elsewhere");
  dispute.source = outside("another source");
  outcome.case_file.said.push_back(dispute);
  return outcome;
}

// Places in the page where the word stands bare: in no <bdi> and between no isolates.
std::vector<std::string> bare_places(std::string_view page) {
  constexpr std::string_view isolate = "\u2068", isolate_end = "\u2069";
  std::vector<std::string> bare;
  int elements = 0, isolates = 0;
  for (std::size_t at = 0; at < page.size();) {
    const std::string_view rest = page.substr(at);
    if (rest.starts_with("<bdi>") || rest.starts_with("<bdi ")) {
      ++elements;
    } else if (rest.starts_with("</bdi>")) {
      --elements;
    } else if (rest.starts_with(isolate) || rest.starts_with("&#x2068;")) {
      ++isolates;
    } else if (rest.starts_with(isolate_end) || rest.starts_with("&#x2069;")) {
      --isolates;
    } else if (rest.starts_with(word) && elements + isolates == 0) {
      const std::size_t from = at < 60 ? 0 : at - 60;
      bare.emplace_back(page.substr(from, 140));
    }
    ++at;
  }
  EXPECT_EQ(elements, 0);
  EXPECT_EQ(isolates, 0);
  return bare;
}

TEST(IsolatedNames, OnEveryPageWhateverIsWrittenThere) {
  std::map<std::string, int> seen;
  base::Progress quiet;
  (void)pages::build_site(
      disclose::disclose(from_right_to_left()),
      [&](const std::string& path, std::string_view bytes) {
        if (!path.ends_with(".html")) return;
        for (const std::string& place : bare_places(bytes)) ADD_FAILURE() << path << ": " << place;
        seen[path.substr(0, path.find('/'))] += bytes.find(word) == std::string_view::npos ? 0 : 1;
      },
      quiet);
  for (const char* page : {"index.html", "overlap.html", "register.html", "person", "claims.html",
                           "lists.html", "case.html", "event", "act-type", "custody",
                           "organisation", "claim", "demand", "fund", "case-sources.html"})
    EXPECT_GT(seen[page], 0) << page;
}

TEST(IsolatedNames, InThePageOfExportedDocuments) {
  disclose::PublicEvidence evidence;
  disclose::PublicDocument document;
  document.sha256 = std::string(64, 'a');
  document.file = "evidence/" + document.sha256 + ".txt";
  document.name = outside("name.txt");
  document.type = outside("type");
  document.custody = {{"2026-11-24", outside("author"), outside("when"), outside("by"),
                       outside("how"), outside("from")}};
  evidence.documents = {document};
  const std::string page = evidence_page(evidence, "en");
  for (const std::string& place : bare_places(page)) {
    if (place.find("download=") == std::string::npos) ADD_FAILURE() << place;
  }
}

TEST(IsolatedNames, NoCharacterThatSteersLeavesAnywhere) {
  investigation::Outcome outcome = from_right_to_left();
  const std::string steering = "a\u202Eb\u2066c\u2029d\x1b[2J";
  outcome.config.title = outcome.config.about = steering;
  outcome.records.columns[0].values[1] = outcome.records.columns[0].canonical[1] = steering;
  outcome.claims[0].asserted_by = steering;
  for (casefile::Statement& one : outcome.case_file.said) one.source = steering;
  base::Progress quiet;
  (void)pages::build_site(
      disclose::disclose(outcome),
      [&](const std::string& path, std::string_view bytes) {
        for (const char* bad : {"\u202E", "\u2066", "\u2029", "\x1b"})
          EXPECT_EQ(bytes.find(bad), std::string_view::npos) << path;
      },
      quiet);
}

}  // namespace
}  // namespace sanaq::publish
