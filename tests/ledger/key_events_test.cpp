#include "sanaq/ledger/key_events.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

std::size_t believed(const std::string& folder) { return statements_in_force(folder).size(); }

KeyEvent revocation(const std::string& key, std::int64_t last) {
  return {KeyEventKind::revoked, key, last, "", "A. Tester", "the computer was stolen", "", {}};
}

}  // namespace

TEST(KeyEvents, ANewKeyGoesOnInANewChain) {
  const ALedger ledger;
  const std::string old = ledger.write(2);
  std::string now;
  {
    Writer writer = replace_key(ledger.folder(), {}, "a new computer");
    now = writer.id();
    writer.append("statement", ALedger::fact(7));
  }
  EXPECT_NE(now, old);
  EXPECT_EQ(ledger.write(1), now);  // the old key is found no more
  EXPECT_EQ(believed(ledger.folder()), 4U);
  const auto events = key_events(ledger.folder());
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].kind, KeyEventKind::replaced);
  EXPECT_EQ(events[0].successor, now);
  EXPECT_EQ(events[0].last_believed, 4);
  EXPECT_TRUE(ALedger::check(ledger.folder()).findings.empty());
}

TEST(KeyEvents, WhatStandsAfterARevocationIsNotBelievedAndIsSaid) {
  const ALedger ledger;
  const std::string stolen = ledger.write(5);
  {
    Writer writer(ledger.folder(), {.name = "another",
                                    .passphrase = {},
                                    .now = {}, .key = make_key(ledger.folder(), "another", {})});
    enter_key_event(writer, revocation(stolen, 3));
  }
  EXPECT_EQ(believed(ledger.folder()), 2U);  // entries 2 and 3 of six
  const auto report = ALedger::check(ledger.folder());
  EXPECT_TRUE(report.is_whole());
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].weight, Weight::warning);
  EXPECT_EQ(report.findings[0].file, "ledger/" + stolen + ".chain.jsonl");
  EXPECT_EQ(report.findings[0].line, 4);
  EXPECT_NE(report.findings[0].what.english().find("entries 4 to 6"), std::string::npos);
}

TEST(KeyEvents, AThiefCannotRevokeBackFromWhatIsNotBelieved) {
  const ALedger ledger;
  const std::string stolen = ledger.write(2);
  const Key key = make_key(ledger.folder(), "another", {});
  {
    Writer writer(ledger.folder(), {.name = "", .passphrase = {}, .now = {}, .key = key});
    enter_key_event(writer, revocation(stolen, 3));
    writer.append("statement", ALedger::fact(9));
  }
  {
    Writer thief(
        ledger.folder(),
        {.name = "", .passphrase = {}, .now = {}, .key = find_key(ledger.folder(), {stolen})});
    enter_key_event(thief, revocation(key.writer(), 1));
  }
  EXPECT_EQ(believed(ledger.folder()), 3U);
  EXPECT_EQ(key_events(ledger.folder()).size(), 1U);
}

TEST(KeyEvents, AnAlteredSignatureIsDamage) {
  const ALedger ledger;
  const std::string own = ledger.write(1);
  {
    Writer writer(ledger.folder());
    KeyEvent event = revocation(own, 2);
    event.signature = writer.sign("something else");
    writer.append(
        "key",
        {{"event", "revoked"}, {"last", 2}, {"public", own}, {"signature", event.signature}});
  }
  EXPECT_TRUE(key_events(ledger.folder()).empty());
  EXPECT_EQ(believed(ledger.folder()), 1U);
  EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole());
}

}  // namespace sanaq::ledger
