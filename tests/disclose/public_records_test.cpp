#include "sanaq/disclose/public_records.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>
#include <set>

#include "help/scratch.h"
#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::disclose {
namespace {

// Records of the outcome that stand on pages, and one that stands on none.
struct Records {
  std::vector<std::uint32_t> shown;
  std::uint32_t closed = 0;
};

Records records_of(const investigation::Outcome& outcome, const pages::PublicView& view) {
  std::set<std::string> addresses;
  for (const pages::PublicPerson& person : view.persons) {
    addresses.insert(person.id);
    addresses.insert(person.forwards.begin(), person.forwards.end());
  }
  Records out;
  for (std::uint32_t at = 0; at < outcome.origins.size(); ++at) {
    const bool is_shown =
        addresses.contains(persons::keyed_address(outcome.addresses.secret, outcome.origins[at]));
    if (is_shown) out.shown.push_back(at);
    if (!is_shown) out.closed = at;
  }
  return out;
}

TEST(PublicRecords, ADecisionIsPublicWhereEveryRecordStandsOnAPage) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  const pages::PublicView view = disclose(outcome);
  const Records records = records_of(outcome, view);
  const std::uint32_t one = records.shown.at(0), two = records.shown.at(1);
  outcome.decisions_held = {{ledger::Verdict::same, {one, two}, {"w", 1}},
                            {ledger::Verdict::different, {one, records.closed}, {"w", 2}},
                            {ledger::Verdict::different, {one, two}, {}}};
  PublicRecords known("", view, &outcome);
  const auto open = known.decision("w:1");
  ASSERT_TRUE(open);
  EXPECT_EQ(open->at("decision"), "same");
  std::set<std::string> addresses;
  for (const std::uint32_t record : {one, two})
    addresses.insert(persons::keyed_address(outcome.addresses.secret, outcome.origins[record]));
  EXPECT_EQ(open->at("records"), nlohmann::json(addresses));
  EXPECT_EQ(open->size(), 2u);
  EXPECT_FALSE(known.decision("w:2"));
  EXPECT_FALSE(known.decision("w:3"));
  EXPECT_FALSE(PublicRecords("", view, nullptr).decision("w:1"));
}

TEST(PublicRecords, ADocumentIsPublicByItsEntriesUnlessAStatementClosesIt) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  scratch.write("open.txt", "one");
  scratch.write("closed.txt", "two");
  scratch.write("taken-back.txt", "three");
  const auto name = [](const ledger::Entry& entry) {
    return entry.writer + ":" + std::to_string(entry.seq);
  };
  ledger::Writer writer(scratch / "case");
  ledger::Custody open, closed;
  open.visibility = "public";
  open.from = "A SOURCE";
  const auto first = ledger::add_document(writer, scratch / "open.txt", open);
  const auto second = ledger::add_document(writer, scratch / "closed.txt", closed);
  const auto third = ledger::add_document(writer, scratch / "taken-back.txt", open);
  investigation::Outcome outcome;
  casefile::Statement no;
  no.subject = "document:" + third.sha256;
  no.property = "visibility";
  no.value = "sealed";
  outcome.case_file.said = {no};
  const pages::PublicView view;
  PublicRecords known(scratch / "case", view, &outcome);
  const auto document = known.document(name(first.entry));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->at("sha256"), first.sha256);
  EXPECT_EQ(document->at("size"), 3);
  EXPECT_EQ(document->dump().find("SOURCE"), std::string::npos);
  EXPECT_EQ(document->dump().find("open.txt"), std::string::npos);
  EXPECT_FALSE(known.document(name(second.entry)));
  EXPECT_FALSE(known.document(name(third.entry)));
}

}  // namespace
}  // namespace sanaq::disclose
