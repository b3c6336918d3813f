#include "sanaq/ledger/fixity.h"

#include <gtest/gtest.h>

#include "ledger/a_forger.h"
#include "ledger/a_ledger.h"
#include "sanaq/ledger/merge.h"

namespace sanaq::ledger {
namespace {

void check_and_record(Writer& writer, const std::string& folder) {
  (void)record_check(writer, ALedger::check(folder), "0.1.0", "A. Tester");
}

}  // namespace

TEST(Fixity, ACheckCountsEachFileOnceAndNamesTheBad) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  const auto good = add_documents(writer, {{"good bytes", "a.txt", {}}}),
             bad = add_documents(writer, {{"bad", "b.txt", {}}}),
             gone = add_documents(writer, {{"gone", "c.txt", {}}});
  (void)add_documents(writer, {{"good bytes", "again.txt", {}}});
  ledger.scratch().write("case/" + bad[0].file, "bed");
  base::remove_file(ledger.folder() + "/" + gone[0].file);
  check_and_record(writer, ledger.folder());
  const auto checks = fixity_checks(ledger.folder());
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].checked.files, 3);
  EXPECT_EQ(checks[0].checked.good, 1);
  EXPECT_EQ(checks[0].checked.bytes, 13);  // of the two that are there
  EXPECT_EQ(checks[0].checked.bad.size(), 2U);
  EXPECT_EQ(checks[0].by, "A. Tester");
  const auto known = documents(ledger.folder());
  EXPECT_EQ(history_of(known[0], checks).last_good, checks[0].time);
  EXPECT_EQ(history_of(known[0], checks).last_bad, "");
  EXPECT_EQ(history_of(known[1], checks).last_good, "");
  EXPECT_EQ(history_of(known[1], checks).last_bad, checks[0].time);
}

TEST(Fixity, ACheckSaysNothingOfADocumentThatItHadNotBeforeIt) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  (void)add_documents(writer, {{"first", "a.txt", {}}});
  check_and_record(writer, ledger.folder());
  (void)add_documents(writer, {{"later", "b.txt", {}}});
  const auto known = documents(ledger.folder());
  const auto checks = fixity_checks(ledger.folder());
  EXPECT_EQ(history_of(known[0], checks).checks, 1);
  EXPECT_EQ(history_of(known[1], checks).checks, 0);
  EXPECT_EQ(history_of(known[1], checks).last_good, "");
}

TEST(Fixity, DamageToAFileIsNoDamageToTheLedger) {
  const ALedger ledger;
  std::string file;
  {
    Writer writer(ledger.folder());
    file = add_documents(writer, {{"first", "a.txt", {}}})[0].file;
  }
  ledger.scratch().write("case/" + file, "other");
  EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole());
  EXPECT_FALSE(ledger_is_damaged(ALedger::check(ledger.folder())));
  const std::string chain = chain_files(ledger.folder()).at(0).chain_path;
  ledger.scratch().write("case/ledger/" + base::file_name(chain), base::read_file(chain) + "{}\n");
  EXPECT_TRUE(ledger_is_damaged(ALedger::check(ledger.folder())));
}

TEST(Fixity, ABodyThatCountsForNothingHindersNoCheck) {
  const ALedger ledger;
  const std::string own = ledger.write(1);
  forge(ledger.folder(), own, {{"retraction", R"({"entry":5})"}});
  EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole());
  EXPECT_FALSE(ledger_is_damaged(ALedger::check(ledger.folder())));
  Writer writer(ledger.folder());
  check_and_record(writer, ledger.folder());
  EXPECT_EQ(fixity_checks(ledger.folder()).size(), 1U);
}

TEST(Fixity, ARetractedCheckIsNoCheck) {
  const ALedger ledger;
  Writer writer(ledger.folder());
  (void)add_documents(writer, {{"first", "a.txt", {}}});
  check_and_record(writer, ledger.folder());
  const EntryPlace place = fixity_checks(ledger.folder()).at(0).place;
  writer.append("retraction", retraction_body(place, "the wrong disk", "A"));
  EXPECT_TRUE(fixity_checks(ledger.folder()).empty());
}

}  // namespace sanaq::ledger
