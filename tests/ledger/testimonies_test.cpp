#include "sanaq/ledger/testimonies.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {

TEST(Testimonies, TheLedgerHasTheHashAndTheDayAndTheFileLiesUnderItsHash) {
  const ALedger at;
  Writer writer(at.folder());
  const std::string envelope(64, 'a');
  enter_testimonies(writer, {{envelope, "2026-11-30", "sealed bytes"},
                             {std::string(64, 'b'), "2026-11-30", "others"}});
  enter_reply(writer, envelope, "sealed reply", "A. Tester");
  name_source(writer, envelope, "witness 7", "A. Tester");
  const Testimonies all = testimonies(at.folder());
  ASSERT_EQ(all.received.size(), 2U);
  EXPECT_EQ(all.received[0].envelope, envelope);
  EXPECT_EQ(all.received[0].source, "witness 7");
  EXPECT_EQ(all.received[1].source, "");
  EXPECT_EQ(all.received[0].file, "evidence/" + all.received[0].sha256 + ".sealed");
  EXPECT_EQ(base::read_file(base::join(at.folder(), all.received[0].file)), "sealed bytes");
  ASSERT_EQ(all.replies.size(), 1U);
  EXPECT_EQ(all.replies[0].envelope, envelope);
  EXPECT_TRUE(unlisted_files(at.folder(), documents(at.folder())).empty());
  const VerifyReport report = ALedger::check(at.folder());
  EXPECT_EQ(report.documents, 3);
  base::write_file_whole(base::join(at.folder(), all.received[0].file), "altered");
  EXPECT_FALSE(ALedger::check(at.folder()).is_whole());
}

TEST(Testimonies, OneThatIsEnteredTwiceIsOne) {
  const ALedger at;
  Writer writer(at.folder());
  const NewTestimony one{std::string(64, 'a'), "2026-11-30", "sealed"};
  enter_testimonies(writer, {one});
  enter_testimonies(writer, {one});
  enter_testimonies(writer, {});
  EXPECT_EQ(testimonies(at.folder()).received.size(), 1U);
}

TEST(IntakeKeys, ARenewedOneTakesThePlaceOfTheOldOne) {
  const ALedger at;
  Writer writer(at.folder());
  enter_intake_key(writer, {std::string(64, '1'), std::string(64, '2'), "A. Tester"}, {});
  const auto first = intake_keys(at.folder());
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].by, "A. Tester");
  enter_intake_key(writer, {std::string(64, '3'), std::string(64, '2'), "A. Tester"},
                   {first[0].place});
  const auto now = intake_keys(at.folder());
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].intake, std::string(64, '3'));
  const auto ever = intake_keys_ever(at.folder());
  ASSERT_EQ(ever.size(), 2U);
  EXPECT_EQ(ever[0].intake, std::string(64, '3'));
}

}  // namespace sanaq::ledger
