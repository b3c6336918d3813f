#include "sanaq/cli/decide_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/record/identity.h"

namespace sanaq::cli {

TEST(DecideCommand, EntersADecisionOnTheIdentitiesOfRecords) {
  ASession session;
  session.with_lists();
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "same", "morgue:17",
                                     "hospital:203", "--reason", "the same mother"}),
            0)
      << session.error;
  const auto decisions = ledger::decisions_in_force(session.folder());
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].verdict, ledger::Verdict::same);
  EXPECT_EQ(decisions[0].records,
            (std::vector<std::string>{record::Identities("morgue").of_id("17"),
                                      record::Identities("hospital").of_id("203")}));
  EXPECT_EQ(decisions[0].reason, "the same mother");
  ASSERT_EQ(decisions[0].cells.size(), 2U);
  EXPECT_EQ(decisions[0].cells[0].fields, (std::vector<std::string>{"birth", "id", "name"}));
  EXPECT_EQ(decisions[0].cells[0].digest.size(), 32U);
}

TEST(DecideCommand, ARecordWithoutAnIdIsNamedByItsRow) {
  ASession session;
  session.with_lists();
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "out-of-scope", "union:#2"}), 0)
      << session.error;
  ASSERT_EQ(ledger::decisions_in_force(session.folder()).size(), 1U);
}

TEST(DecideCommand, ATableOfPairsIsEnteredWhole) {
  ASession session;
  session.with_lists();
  const std::string header = "list_l,record_l,list_r,record_r,label\n";
  const std::string table = session.scratch().write(
      "pairs.csv",
      header + "morgue,17,hospital,203,1\nmorgue,18,union,#2,0\nmorgue,17,union,#2,\n");
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "--table", table}), 0)
      << session.error;
  EXPECT_NE(session.error.find("passed over: 1"), std::string::npos) << session.error;
  const auto decisions = ledger::decisions_in_force(session.folder());
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_EQ(decisions[1].verdict, ledger::Verdict::different);
  session.scratch().write("pairs.csv", header + "morgue,17,hospital,203,1\nmorgue,99,union,#2,0\n");
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "--table", table}), 65);
  EXPECT_EQ(ledger::decisions_in_force(session.folder()).size(), 2U);  // nothing of it
}

TEST(DecideCommand, SaysWhomItHitInTheWordsOfTheRows) {
  ASession session;
  session.with_lists();
  ASSERT_EQ(
      session.run(add_decide, {"decide", session.folder(), "unsure", "morgue:17", "union:#2"}), 0)
      << session.error;
  EXPECT_TRUE(session.output.starts_with(
      "unsure: morgue:17 Aibar Tanbaev (birth 1970-02-03) | union:2 Munarov Alibek (birth "
      "1977-01-02)\n"))
      << session.output;
}

TEST(DecideCommand, SaysWhatItContradicts) {
  ASession session;
  session.with_lists();
  const auto decide = [&](const std::string& verdict, const std::string& one,
                          const std::string& other) {
    EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), verdict, one, other}), 0)
        << session.error;
    return session.entered();
  };
  const std::string first = decide("same", "morgue:17", "hospital:203");
  decide("same", "hospital:203", "union:#2");
  EXPECT_EQ(session.error.find("contradicts"), std::string::npos) << session.error;
  decide("different", "morgue:17", "union:#2");
  EXPECT_NE(session.error.find("this contradicts the earlier decision " + first), std::string::npos)
      << session.error;
  EXPECT_NE(session.error.find("Aibar Tanbaev"), std::string::npos) << session.error;
  // In a table that was made elsewhere, too.
  const std::string table = session.scratch().write(
      "pairs.csv", "list_l,record_l,list_r,record_r,label\nmorgue,17,union,#2,1\n");
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "--table", table}), 0);
  EXPECT_NE(session.error.find(" (different, "), std::string::npos) << session.error;
}

TEST(DecideCommand, SaysWhereAListFreeOfDuplicatesWouldHaveSomebodyTwice) {
  ASession session;
  session.with_lists();
  std::string settings = base::read_file(session.folder() + "/investigation.toml");
  settings.insert(settings.find("file = \"morgue.csv\""), "duplicates = false\n");
  session.scratch().write("case/investigation.toml", settings);
  EXPECT_EQ(session.run(add_decide, {"decide", session.folder(), "same", "morgue:17", "morgue:18"}),
            0)
      << session.error;
  EXPECT_NE(session.error.find("morgue is declared free of duplicates"), std::string::npos)
      << session.error;
}

TEST(DecideCommand, RefusesWhatIsNoDecision) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "same", "morgue:17"}), 64);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "same", "morgue:17", "morgue:17"}), 64);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "perhaps", "morgue:17", "morgue:18"}), 64);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "different", "morgue", "morgue:18"}), 66);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "different", "morgue:99", "morgue:18"}), 66);
  EXPECT_EQ(session.run(add_decide, {"decide", folder}), 64);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "same", "--table", "pairs.csv"}), 64);
  EXPECT_TRUE(ledger::decisions_in_force(folder).empty());
}

TEST(DecideCommand, APersonIsSplitAndJoinedInWordsBeforeItIsEntered) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  ASSERT_EQ(session.run(add_decide, {"decide", folder, "join", "morgue:17", "union:#2"}), 0)
      << session.error;
  EXPECT_TRUE(session.output.starts_with("2 persons become 1; the address stays with morgue:17 "))
      << session.output;
  const auto joined = ledger::decisions_in_force(folder);
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined[0].verdict, ledger::Verdict::same);
  EXPECT_EQ(joined[0].asked.task.size(), 32U);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "join", "morgue:17", "union:#2"}), 64);
  ASSERT_EQ(session.run(add_decide, {"decide", folder, "split", "union:#2"}), 0) << session.error;
  EXPECT_TRUE(session.output.starts_with("1 person becomes 2; the address stays with morgue:17 "))
      << session.output;
  EXPECT_NE(session.error.find("contradicts"), std::string::npos) << session.error;
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "split", "union:#2"}), 64);
  EXPECT_EQ(session.run(add_decide, {"decide", folder, "join", "morgue:17"}), 64);
}

}  // namespace sanaq::cli
