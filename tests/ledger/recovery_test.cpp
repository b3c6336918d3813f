#include "sanaq/ledger/recovery.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {

TEST(Recovery, ATornLastLineIsCutKeptAsideAndReportedWithItsPlace) {
  const ALedger ledger;
  const std::string writer = ledger.write(4);
  const std::string whole = base::read_file(ledger.chain_path(writer));
  const std::string bodies = base::read_file(ledger.bodies_path(writer));
  for (const std::size_t cut : {1U, 5U, 100U, 300U}) {
    ledger.scratch().write("case/ledger/" + writer + ".chain.jsonl",
                           whole.substr(0, whole.size() - cut));
    ledger.scratch().write("case/ledger/" + writer + ".bodies.jsonl", bodies);
    EXPECT_FALSE(ALedger::check(ledger.folder()).is_whole());
    const Writer again(ledger.folder());
    ASSERT_EQ(again.recovered().size(), 2U);
    EXPECT_EQ(again.recovered()[0].arguments[0], ledger.chain_path(writer));
    EXPECT_EQ(again.recovered()[0].arguments[1], "5");
    EXPECT_EQ(again.id(), writer);
    const VerifyReport report = ALedger::check(ledger.folder());
    EXPECT_TRUE(report.is_whole());
    EXPECT_EQ(report.entries, 4);
  }
  EXPECT_TRUE(base::file_exists(ledger.folder() + "/ledger/" + writer + ".cut-off"));
}

TEST(Recovery, MoreThanATornLineIsNotTouched) {
  const ALedger ledger;
  const std::string writer = ledger.write(4);
  std::string text = base::read_file(ledger.chain_path(writer));
  text.erase(text.rfind('\n', text.size() - 2) + 1);  // the last line dropped whole
  ledger.scratch().write("case/ledger/" + writer + ".chain.jsonl", text);
  EXPECT_THROW(Writer{ledger.folder()}, base::Error);
  EXPECT_EQ(base::read_file(ledger.chain_path(writer)), text);
}

TEST(Recovery, TheNoteIsReadAsItWasWritten) {
  const ALedger ledger;
  const ChainFile file = chain_file(ledger.folder(), ledger.write(1));
  EXPECT_FALSE(read_unfinished(file).has_value());
  write_unfinished(file, {12, 34});
  EXPECT_EQ(read_unfinished(file)->chain_size, 12);
  EXPECT_EQ(read_unfinished(file)->bodies_size, 34);
  remove_unfinished(file);
  EXPECT_FALSE(read_unfinished(file).has_value());
}

}  // namespace sanaq::ledger
