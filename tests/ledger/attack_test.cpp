// What somebody can do with a copy of the folder and no key, and with one stolen key of a plain
// member; and that the colleague's true entries go on all the same.
#include <gtest/gtest.h>

#include "ledger/a_forger.h"
#include "ledger/forging.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

// Office a founded, office b is a member; both have both chains.
class Attack : public testing::Test {
 protected:
  Attack() {
    founder_ = offices_.write("a", 2);
    (void)offices_.ledger().copy("a", "b");
    colleague_ = offices_.write("b", 3, 10);
    offices_.sit_at("a");
    (void)merge(folder("a"), folder("b"), {.takes_strangers = true});
    offices_.take_in("a", colleague_, "Office B");
    offices_.sit_at("b");
    (void)merge(folder("b"), folder("a"));
    (void)offices_.ledger().copy("a", "thief");
    offices_.sit_at("thief");
  }

  [[nodiscard]] std::string folder(const std::string& name) const { return offices_.folder(name); }
  [[nodiscard]] Standing standing(const std::string& name) const {
    return standing_here(folder(name));
  }
  [[nodiscard]] std::string id() const { return standing("a").id; }

  // Whatever was forged at the thief's: a takes it in, b goes on, and nothing of it counts.
  void expect_nothing_came_of_it(bool is_damage = true) {
    EXPECT_NE(ALedger::check(folder("thief")).is_whole(), is_damage);
    EXPECT_EQ(statements_that_count(folder("thief"), colleague_), 3);
    offices_.sit_at("a");
    const MergeReport taken = merge(folder("a"), folder("thief"));
    EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
    EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
    EXPECT_EQ(offices_.write("b", 2, 20), colleague_);
    offices_.sit_at("a");
    for (const MergedChain& chain : merge(folder("a"), folder("b")).chains)
      EXPECT_EQ(chain.fork_seq, 0);
    EXPECT_EQ(statements_that_count(folder("a"), colleague_), 5);
    EXPECT_EQ(statements_that_count(folder("a"), founder_), 2);
    EXPECT_EQ(standing("a").members.size(), 2U);
    EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
  }

  Offices offices_;
  std::string founder_, colleague_;
};

std::string last_line_of(const std::string& path) {
  const std::string text = base::read_file(path);
  return std::string(last_whole_line(text));
}

}  // namespace

TEST_F(Attack, AppendedWithoutASignatureALineIsNamedAndReadByNobody) {
  Forger forger(folder("thief"), colleague_);
  forger.add("statement", ALedger::fact(666));
  expect_nothing_came_of_it();
}

TEST_F(Attack, AppendedUnderAnotherKeyALineIsNamedAndReadByNobody) {
  const Signer own = signer_of("a thief");
  Forger forger(folder("thief"), colleague_);
  forger.add("statement", ALedger::fact(666), &own);
  forger.add("erasure", erasure_body({founder_, 3}, "harm", "a thief"), &own);
  expect_nothing_came_of_it();
}

TEST_F(Attack, TheSignatureOfAnotherLineVouchesForNothing) {
  Forger forger(folder("thief"), colleague_);
  forger.sig =
      parse_chain_line(last_line_of(offices_.ledger().chain_path(colleague_, "thief")))->sig;
  forger.add("statement", ALedger::fact(666));
  expect_nothing_came_of_it();
}

TEST_F(Attack, AReplacedTailIsDamageAndMakesNoFork) {
  const std::string path = offices_.ledger().chain_path(colleague_, "thief");
  std::string chain = base::read_file(path);
  chain.erase(chain.rfind('\n', chain.size() - 2) + 1);
  base::write_file_whole(path, chain);
  Forger forger(folder("thief"), colleague_);
  forger.add("statement", ALedger::fact(666));
  EXPECT_FALSE(ALedger::check(folder("thief")).is_whole());
  EXPECT_EQ(statements_that_count(folder("thief"), colleague_), 2);
  offices_.sit_at("a");
  EXPECT_TRUE(preview_merge(folder("a"), folder("thief")).changes_nothing());
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
}

TEST_F(Attack, ACopyByHandOverTheTrueFilesIsNamedAndTheOwnerGoesOn) {
  Forger forger(folder("thief"), colleague_);
  forger.add("statement", ALedger::fact(666));
  offices_.copy_files("thief", "b");
  offices_.sit_at("b");
  EXPECT_FALSE(ALedger::check(folder("b")).is_whole());
  EXPECT_EQ(offices_.write("b", 1, 30), colleague_);
  EXPECT_TRUE(ALedger::check(folder("b")).is_whole());
  EXPECT_EQ(statements_that_count(folder("b"), colleague_), 4);
  EXPECT_NE(base::read_file(folder("b") + "/ledger/" + colleague_ + ".cut-off").find("666"),
            std::string::npos);
}

// Whoever holds a key chooses the salts: a commitment may stand twice.
TEST_F(Attack, TheSameWordsUnderTheSameSaltTwiceHinderNoMerge) {
  offices_.sit_at("b");
  const std::string said = canonical(ALedger::fact(1));
  forge(folder("b"), colleague_, {{"statement", said}, {"statement", said}});
  offices_.sit_at("a");
  (void)merge(folder("a"), folder("b"));
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 5);
}

TEST_F(Attack, AHugeClockStopsNobody) {
  const Signer own = signer_of("a thief");
  Forger forger(folder("thief"), own.writer());
  forger.id = id();
  forger.clock = 9007199254740990;
  forger.add("key", begun_body(own, id()), &own);
  Forger behind(folder("thief"), colleague_);
  behind.clock = 9007199254740990;
  behind.add("statement", ALedger::fact(666));
  offices_.copy_files("thief", "a");
  offices_.sit_at("a");
  EXPECT_EQ(offices_.write("a", 1, 40), founder_);
  for_each_entry(folder("a"), [](const Entry& entry) { EXPECT_LT(entry.clock, 100); });
  EXPECT_EQ(statements_that_count(folder("a"), founder_), 3);
}

TEST_F(Attack, AStrangerErasesRevokesAndTakesInNobody) {
  const Signer own = signer_of("a thief");
  Forger forger(folder("thief"), own.writer());
  forger.id = id();
  forger.add("key", begun_body(own, id()), &own);
  forger.add("erasure", erasure_body({founder_, 3}, "harm", "a thief"), &own);
  forger.add("key",
             {{"event", "revoked"}, {"investigation", id()}, {"last", 1}, {"public", colleague_}},
             &own);
  forger.add("key",
             {{"event", "member"},
              {"began", id()},
              {"investigation", id()},
              {"name", "Office C"},
              {"public", own.writer()}},
             &own);
  EXPECT_EQ(statements_that_count(folder("thief"), own.writer()), 0);
  offices_.sit_at("a");
  const MergeReport preview = preview_merge(folder("a"), folder("thief"));
  ASSERT_EQ(preview.strangers.size(), 1U);
  EXPECT_EQ(preview.strangers[0].writer, own.writer());
  EXPECT_TRUE(preview.changes_nothing());
  expect_nothing_came_of_it(false);
  (void)merge(folder("a"), folder("thief"), {.takes_strangers = true});
  EXPECT_EQ(statements_that_count(folder("a"), founder_), 2);
  EXPECT_EQ(standing("a").members.size(), 2U);
  EXPECT_TRUE(standing("a").sealed.empty());
  int strangers = 0;
  for_each_stranger_entry(folder("a"), [&](const Entry& entry) {
    EXPECT_EQ(entry.writer, own.writer());
    ++strangers;
  });
  EXPECT_EQ(strangers, 4);
  // Nothing rests on what a stranger wrote: it can go again.
  (void)offices_.write("a", 1, 50);
  for (const char* ending : {".chain.jsonl", ".bodies.jsonl"})
    std::filesystem::remove(folder("a") + "/ledger/" + own.writer() + ending);
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
}

TEST_F(Attack, ASecondFoundingMovesNobodyWhoWasHereBefore) {
  const Signer own = signer_of("a thief");
  Forger forger(folder("thief"), own.writer());
  forger.id = no_id;
  forger.clock = 0;
  forger.add("key",
             {{"event", "founded"},
              {"format", 2},
              {"name", "the true one"},
              {"nonce", std::string(64, '7')},
              {"public", own.writer()}},
             &own);
  const std::string before = id();
  offices_.copy_files("thief", "a");
  offices_.sit_at("a");
  EXPECT_EQ(id(), before);
  EXPECT_EQ(standing("a").founded.size(), 2U);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  // Who never saw it before is told to compare the code.
  offices_.sit_at("newcomer");
  (void)offices_.ledger().copy("a", "newcomer");
  EXPECT_TRUE(Writer(folder("newcomer")).believes_for_the_first_time());
  EXPECT_FALSE(Writer(folder("newcomer")).believes_for_the_first_time());
}

TEST_F(Attack, ASignatureForAnotherInvestigationHoldsForNoneHere) {
  const Signer own = signer_of("b's key");
  Forger forger(folder("thief"), own.writer());
  forger.id = std::string(64, '5');
  forger.add("key", begun_body(own, id()), &own);
  EXPECT_EQ(scan_chain(chain_file(folder("thief"), own.writer())).end, 0);
  EXPECT_FALSE(ALedger::check(folder("thief")).is_whole());
}

TEST_F(Attack, AShorterChainIsNotWrittenOnto) {
  const std::string chain = offices_.ledger().chain_path(founder_, "a"),
                    bodies = offices_.ledger().bodies_path(founder_, "a");
  const std::string whole = base::read_file(chain), said = base::read_file(bodies);
  base::write_file_whole(chain, whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1));
  base::write_file_whole(bodies, said.substr(0, said.rfind('\n', said.size() - 2) + 1));
  offices_.sit_at("a");
  EXPECT_FALSE(ALedger::check(folder("a")).is_whole());
  try {
    const Writer writer(folder("a"));
    FAIL() << "went on from a shorter chain";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::corrupt);
  }
  // The newer copy puts it right.
  (void)merge(folder("a"), folder("b"));
  EXPECT_EQ(offices_.write("a", 1), founder_);
  // Or a new chain of the same person.
  base::write_file_whole(chain, whole.substr(0, whole.find('\n', whole.find('\n') + 1) + 1));
  base::write_file_whole(bodies, said.substr(0, said.find('\n', said.find('\n') + 1) + 1));
  const Writer writer(folder("a"), {.begins_chain = true});
  EXPECT_NE(writer.id(), founder_);
  EXPECT_EQ(standing("a").keys.at(writer.id()).person, founder_);
}

TEST_F(Attack, AnEmptiedLedgerIsNotWrittenInto) {
  offices_.sit_at("a");
  const std::string hash(64, 'e');
  offices_.ledger().scratch().write("a/evidence/" + hash + ".jpg", "a photograph");
  std::filesystem::remove_all(folder("a") + "/ledger");
  EXPECT_THROW(Writer{folder("a")}, base::Error);
  std::filesystem::remove_all(folder("a") + "/evidence");
  // Nothing is left: another investigation may begin here, and that is said.
  const Writer writer(folder("a"));
  EXPECT_TRUE(writer.founding().has_value());
  ASSERT_FALSE(writer.recovered().empty());
  EXPECT_NE(writer.recovered()[0].english().find("a new one begins"), std::string::npos);
}

TEST_F(Attack, AStolenKeyOfAPlainMemberCanBePutOut) {
  // Office c was taken in by a alone: it writes and decides, and has no voice.
  (void)offices_.ledger().copy("a", "c");
  const std::string plain = offices_.write("c", 1, 60);
  offices_.sit_at("a");
  (void)merge(folder("a"), folder("c"), {.takes_strangers = true});
  offices_.take_in("a", plain, "Office C");
  offices_.sit_at("c");
  (void)merge(folder("c"), folder("a"));
  const std::int64_t last = standing("c").keys.at(plain).counts_up_to;
  {
    // The thief sits at c's machine.
    Writer writer(folder("c"));
    EXPECT_EQ(writer.id(), plain);
    writer.append("erasure", erasure_body({founder_, 3}, "harm", "a thief"));
    for (const std::string& key : {founder_, colleague_})
      writer.append("key",
                    {{"event", "revoked"}, {"investigation", id()}, {"last", 1}, {"public", key}});
    EXPECT_TRUE(writer.remove_erased_bodies().empty());
    writer.append("statement", ALedger::fact(666));
  }
  offices_.sit_at("a");
  (void)merge(folder("a"), folder("c"));
  // A member's request seals; it destroys nothing, and decides on no key.
  EXPECT_EQ(statements_that_count(folder("a"), founder_), 1);
  EXPECT_TRUE(standing("a").sealed.contains({founder_, 3}));
  EXPECT_TRUE(standing("a").destroyed.empty());
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  EXPECT_EQ(statements_that_count(folder("a"), plain), 2);
  {
    Writer writer(folder("a"));
    writer.append(
        "key", {{"event", "revoked"}, {"investigation", id()}, {"last", last}, {"public", plain}});
  }
  EXPECT_EQ(statements_that_count(folder("a"), founder_), 2);
  EXPECT_EQ(statements_that_count(folder("a"), plain), 1);
  EXPECT_TRUE(standing("a").sealed.empty());
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
}

namespace {

// Offices a and b have worked in format 1; nothing was founded yet.
class OldLedger : public testing::Test {
 protected:
  OldLedger() {
    offices_.sit_at("a");
    first_ = write_format_1(folder("a"), make_key(folder("a"), "Office A", std::nullopt), 2);
    offices_.sit_at("b");
    const Key key = make_key(folder("b"), "Office B", std::nullopt);
    (void)offices_.ledger().copy("a", "b");
    colleague_ = write_format_1(folder("b"), key, 3);
    offices_.copy_files("b", "a");
    offices_.sit_at("a");
  }
  [[nodiscard]] std::string folder(const std::string& name) const { return offices_.folder(name); }

  // The first writing command of this format at a.
  std::vector<Unvouched> upgrade(std::optional<bool> answer) {
    std::vector<Unvouched> shown;
    WriterOptions options;
    if (answer)
      options.vouches = [&shown, answer](const std::vector<Unvouched>& chains) {
        shown = chains;
        return *answer;
      };
    const Writer writer(folder("a"), options);
    EXPECT_EQ(writer.id(), first_);
    EXPECT_TRUE(writer.founding().has_value());
    return shown;
  }

  Offices offices_;
  std::string first_, colleague_;
};

}  // namespace

TEST_F(OldLedger, IsReadAndCountedAsBeforeAndMarked) {
  EXPECT_EQ(statements_that_count(folder("a"), first_), 2);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  for_each_entry(folder("a"), [](const Entry& entry) { EXPECT_FALSE(entry.is_signed()); });
  const VerifyReport report = ALedger::check(folder("a"));
  EXPECT_TRUE(report.is_whole());
  EXPECT_EQ(std::count_if(report.findings.begin(), report.findings.end(),
                          [](const Finding& finding) { return finding.weight == Weight::note; }),
            2);
}

TEST_F(OldLedger, WhatIsVouchedForCountsAsItStandsAndNoFurther) {
  const std::vector<Unvouched> shown = upgrade(true);
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown[0].writer, colleague_);
  EXPECT_EQ(shown[0].name, "Office B");
  EXPECT_EQ(shown[0].entries, 4);
  EXPECT_EQ(shown[0].last_day, "2026-11-29");
  EXPECT_EQ(shown[0].last_checkpoint, 0);
  EXPECT_EQ(statements_that_count(folder("a"), first_), 2);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  Forger(folder("a"), colleague_).add("statement", ALedger::fact(666));
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  EXPECT_EQ(offices_.write("a", 1, 9), first_);
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
}

// Without a terminal nobody can be asked: nothing that was counted is lost, and nothing is added.
TEST_F(OldLedger, WhatNobodyWasAskedAboutCountsAsBeforeAndIsMarked) {
  (void)upgrade(std::nullopt);
  EXPECT_EQ(statements_that_count(folder("a"), first_), 2);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  EXPECT_TRUE(standing_here(folder("a")).keys.at(colleague_).is_unasked);
  offices_.sit_at("nobody");
  EXPECT_TRUE(standing_here(folder("a")).keys.at(colleague_).is_unasked);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  offices_.sit_at("a");
  const std::string path = offices_.ledger().chain_path(colleague_, "a");
  const std::string bodies = offices_.ledger().bodies_path(colleague_, "a");
  const std::string before = base::read_file(path), bodies_before = base::read_file(bodies);
  Forger(folder("a"), colleague_).add("statement", ALedger::fact(666));
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
  base::write_file_whole(path, before);
  base::write_file_whole(bodies, bodies_before);
  // Asked at the next opportunity, and then no more.
  int asked = 0;
  WriterOptions options;
  options.vouches = [&](const std::vector<Unvouched>& chains) {
    ++asked;
    EXPECT_TRUE(chains.at(0).counts);
    EXPECT_EQ(chains.at(0).after.size(), 4U);
    EXPECT_EQ(chains.at(0).after.at(3).kind, "statement");
    EXPECT_NE(chains.at(0).after.at(3).body.find("crowd"), std::string::npos);
    return true;
  };
  for (int time = 0; time < 2; ++time) const Writer writer(folder("a"), options);
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(standing_here(folder("a")).keys.at(colleague_).is_unasked);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
}

TEST_F(OldLedger, ANoTakesBackWhatCountedUnasked) {
  (void)upgrade(std::nullopt);
  WriterOptions options;
  options.vouches = [](const std::vector<Unvouched>&) { return false; };
  { const Writer writer(folder("a"), options); }
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 0);
  EXPECT_FALSE(left_out(folder("a")).empty());
}

// Whoever could write into the folder could add to one's own chain, too, before its first signed
// line vouches for all before it.
TEST_F(OldLedger, WhatIsNotOnesOwnIsMovedAsideBeforeItIsVouchedFor) {
  Forger(folder("a"), first_).add("statement", ALedger::fact(666));
  WriterOptions options;
  std::int64_t shown = 0;
  options.wrote_own = [&](const Unvouched& own) {
    shown = static_cast<std::int64_t>(own.after.size());
    return false;
  };
  {
    const Writer writer(folder("a"), options);
    EXPECT_EQ(writer.id(), first_);
    EXPECT_EQ(writer.recovered().size(), 1U);
  }
  EXPECT_EQ(shown, 4);
  EXPECT_EQ(statements_that_count(folder("a"), first_), 0);
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
  const std::string kept = base::read_file(folder("a") + "/ledger/" + first_ + ".cut-off");
  EXPECT_NE(kept.find("666"), std::string::npos);
  EXPECT_EQ(offices_.write("a", 1, 9), first_);
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
}

TEST_F(OldLedger, WithoutAYesNothingIsVouchedForAndWritingGoesOn) {
  EXPECT_EQ(upgrade(false).size(), 1U);
  EXPECT_EQ(statements_that_count(folder("a"), first_), 2);
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 0);
  EXPECT_FALSE(left_out(folder("a")).empty());
  // Later, when somebody says yes.
  WriterOptions options;
  options.vouches = [](const std::vector<Unvouched>&) { return true; };
  options.vouches_now = true;
  { const Writer writer(folder("a"), options); }
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 3);
}

TEST_F(OldLedger, AnOfficeThatGoesOnSignedMakesNoForkWithWhatOthersWroteIntoItsChain) {
  (void)upgrade(true);
  (void)offices_.ledger().copy("a", "on-a-stick");
  Forger(folder("a"), colleague_).add("statement", ALedger::fact(666));
  offices_.sit_at("b");
  (void)merge(folder("b"), folder("on-a-stick"));
  EXPECT_EQ(offices_.write("b", 1, 20), colleague_);
  offices_.sit_at("a");
  for (const MergedChain& chain : merge(folder("a"), folder("b"), {.takes_strangers = true}).chains)
    EXPECT_EQ(chain.fork_seq, 0);
  offices_.take_in("a", colleague_, "Office B");
  EXPECT_EQ(statements_that_count(folder("a"), colleague_), 4);
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
}

TEST_F(OldLedger, AHugeClockInOnesOwnChainIsMovedAside) {
  Forger forger(folder("a"), first_);
  forger.clock = 9007199254740990;
  forger.add("statement", ALedger::fact(666));
  (void)upgrade(true);
  EXPECT_EQ(statements_that_count(folder("a"), first_), 2);
  EXPECT_EQ(offices_.write("a", 1, 9), first_);
  for_each_entry(folder("a"), [](const Entry& entry) { EXPECT_LT(entry.clock, 100); });
  EXPECT_TRUE(base::file_exists(folder("a") + "/ledger/" + first_ + ".cut-off"));
}

TEST_F(OldLedger, ALineWithoutASignatureBehindASignedOneIsNotBelieved) {
  (void)upgrade(true);
  Forger(folder("a"), first_).add("statement", ALedger::fact(666));
  EXPECT_EQ(statements_that_count(folder("a"), first_), 2);
  EXPECT_FALSE(ALedger::check(folder("a")).is_whole());
  EXPECT_EQ(offices_.write("a", 1, 9), first_);
  EXPECT_EQ(statements_that_count(folder("a"), first_), 3);
  EXPECT_TRUE(ALedger::check(folder("a")).is_whole());
}

}  // namespace sanaq::ledger
