#include "sanaq/inbox/collect.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "inbox/a_spool.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/index.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/verify.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::inbox {

using test::ASpool;

namespace {

constexpr const char* words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet";

// Every byte below the folder.
std::string all_bytes(const std::string& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += base::read_file(entry.path().string());
  }
  return bytes;
}

std::size_t files_of_size(const std::string& folder, std::size_t bytes) {
  std::size_t count = 0;
  for (const std::string& name : base::list_folder(folder)) {
    if (base::file_size(base::join(folder, name)) == static_cast<std::int64_t>(bytes)) ++count;
  }
  return count;
}

}  // namespace

TEST(Collect, CommentsAreHeldTestimonyStaysSealedAndTwiceIsOnce) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::comment("xqcomment words"));
  at.send(key, ASpool::testimony("xqcanary words", words));
  const Collected first = at.collect_all();
  EXPECT_EQ(first.envelopes, 2);
  EXPECT_EQ(first.comments, 1);
  EXPECT_EQ(first.sealed, 1);
  EXPECT_EQ(first.receipts, 1);
  const auto comments = ledger::moderated_comments(at.folder());
  ASSERT_EQ(comments.size(), 1U);
  EXPECT_EQ(comments[0].decision, ledger::Moderation::held);
  EXPECT_EQ(comments[0].comment.text, "xqcomment words");
  EXPECT_EQ(comments[0].comment.page, "articles/open.html");
  EXPECT_EQ(ledger::testimonies(at.folder()).received.size(), 1U);
  const Collected second = at.collect_all();
  EXPECT_EQ(second.known, 2);
  EXPECT_EQ(second.comments + second.sealed, 0);
  EXPECT_EQ(ledger::moderated_comments(at.folder()).size(), 1U);
  EXPECT_EQ(ledger::testimonies(at.folder()).received.size(), 1U);
}

TEST(Collect, ACopyOfTheSpoolServesAndSaysWhatTheServerMayDelete) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::comment("one"));
  const std::string copy = at.scratch() / "copy";
  std::filesystem::copy(at.spool(), copy, std::filesystem::copy_options::recursive);
  EXPECT_EQ(at.collect_from(copy).comments, 1);
  EXPECT_EQ(intake::read_collected(base::read_file(copy + "/collected.txt")).size(), 1U);
  EXPECT_FALSE(base::file_exists(at.spool() + "/collected.txt"));
  // Brought back: the server removes what is there.
  std::filesystem::copy(copy + "/collected.txt", at.spool() + "/collected.txt");
  intake::Spool(at.spool()).remove_collected();
  std::int64_t left = 0;
  intake::for_each_waiting(at.spool(), [&](const intake::Waiting&) { ++left; });
  EXPECT_EQ(left, 0);
}

TEST(Collect, NoWordOfATestimonyIsInAnyFileOfTheInvestigation) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  const std::string canary = "xqcanary";
  at.send(key, ASpool::testimony("The " + canary + " stood at the gate.", words));
  intake::Content file{intake::ContentKind::file,
                       {{"receipt", intake::key_text(ASpool::receipt(words).public_half)},
                        {"name", canary + ".zip"},
                        {"type", "application/zip"},
                        {"day", "2026-11-30"}},
                       "PK" + canary};
  at.send(key, file);
  EXPECT_EQ(at.collect_all().sealed, 2);
  {
    ledger::Writer writer(at.folder());
    base::Progress silent;
    const auto all = ledger::testimonies(at.folder());
    reply_to(writer, all.received[0], "xqreply to you", open_keeping_keys(at.folder(), ASpool::ask),
             "A. Tester", silent);
  }
  (void)at.collect_all();
  const std::string bytes = all_bytes(at.folder()) + all_bytes(at.spool()) + all_bytes(at.keys());
  EXPECT_EQ(bytes.find(canary), std::string::npos);
  EXPECT_EQ(bytes.find("xqreply"), std::string::npos);
  EXPECT_EQ(bytes.find("alpha"), std::string::npos);
  base::Progress silent;
  const auto report = ledger::verify(at.folder(), {}, silent);
  EXPECT_TRUE(report.is_whole());
  EXPECT_EQ(report.documents, 3);  // two pieces and a reply
}

TEST(Collect, TheSameWordsAndContentSentTwiceAreOne) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::testimony("the same", words));
  at.send(key, ASpool::testimony("the same", words));
  EXPECT_EQ(at.collect_all().sealed, 1);
  at.send(key, ASpool::testimony("the same", words));
  EXPECT_EQ(at.collect_all().sealed, 0);
  at.send(key, ASpool::testimony("another", words));
  EXPECT_EQ(at.collect_all().sealed, 1);
}

TEST(Collect, AReplyIsReadWithTheWordsAndTheFolderSaysNotHowManyWait) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::testimony("a", words));
  (void)at.collect_all();
  EXPECT_EQ(intake::reply_for(at.spool(), ASpool::receipt(words)), "");
  EXPECT_EQ(files_of_size(at.spool() + "/out", intake::reply_file_bytes),
            intake::reply_files_least);
  {
    ledger::Writer writer(at.folder());
    base::Progress silent;
    reply_to(writer, ledger::testimonies(at.folder()).received[0], "We read it. (invented)",
             open_keeping_keys(at.folder(), ASpool::ask), "A. Tester", silent);
  }
  (void)at.collect_all();
  EXPECT_EQ(intake::reply_for(at.spool(), ASpool::receipt(words)), "We read it. (invented)");
  EXPECT_EQ(files_of_size(at.spool() + "/out", intake::reply_file_bytes),
            intake::reply_files_least);
}

TEST(Collect, ARenewedKeyIsDestroyedOnceSomethingCameUnderTheNewOneAndOldReceiptsStillOpen) {
  ASpool at;
  const intake::PublicKey old = at.make_key();
  at.send(old, ASpool::testimony("before", words));
  const intake::PublicKey renewed = at.make_key();
  const Collected first = at.collect_all();  // the server may still seal to the old one
  EXPECT_EQ(first.sealed, 1);
  EXPECT_EQ(first.older_keys, 1);
  EXPECT_TRUE(has_secret(SecretFor::intake, intake::key_text(old)));
  at.send(renewed, ASpool::comment("after"));
  EXPECT_EQ(at.collect_all().destroyed, std::vector<std::string>{intake::key_text(old)});
  EXPECT_FALSE(has_secret(SecretFor::intake, intake::key_text(old)));
  EXPECT_TRUE(has_secret(SecretFor::intake, intake::key_text(renewed)));
  const auto one = ledger::testimonies(at.folder()).received.at(0);
  const auto keys = open_keeping_keys(at.folder(), ASpool::ask);
  EXPECT_EQ(open_kept(at.folder(), one.file, one.sha256, keys).value("text"), "before");
  EXPECT_EQ(at.collect_all().receipts, 1);
}

TEST(Collect, WhatIsSealedToOthersStaysInTheSpoolAndWhatIsNoSpoolIsRefused) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(intake::new_key_pair().public_half, ASpool::comment("for others"));
  EXPECT_THROW((void)at.collect_all(), base::Error);  // nothing in it is for us
  EXPECT_EQ(base::list_folder(at.spool()), (std::vector<std::string>{"in", "lock"}));
  at.send(key, ASpool::comment("for us"));
  const Collected collected = at.collect_all();
  EXPECT_EQ(collected.not_opened, 1);
  EXPECT_EQ(intake::read_collected(base::read_file(at.spool() + "/collected.txt")).size(), 1U);
  EXPECT_THROW((void)at.collect_from(at.scratch() / "nothing"), base::Error);
}

TEST(Collect, WhatACapturedServerWritesIsCutToItsSizeAndNeverBelieved) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  intake::Content content = ASpool::comment(std::string(30'000, 'x') + "\xff");
  content.fields[0].second = std::string(5'000, '/');
  content.fields.emplace_back("reply_to", "../../etc/passwd");
  content.fields[4].second = "yesterday";
  at.send(key, content);
  EXPECT_EQ(at.collect_all().comments, 1);
  const ledger::Comment comment = ledger::moderated_comments(at.folder()).at(0).comment;
  EXPECT_EQ(comment.text.size(), ledger::comment_bytes_max);
  EXPECT_LE(comment.page.size(), 400U);
  EXPECT_EQ(comment.reply_to, "");
  EXPECT_EQ(comment.day.size(), 10U);
}

// A copy of the spool may still have it when somebody had it erased.
TEST(Collect, WhatWasErasedOrTakenBackIsNotTakenAgain) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::testimony("erased", words));
  at.send(key, ASpool::comment("erased too"));
  at.send(key, ASpool::comment("taken back"));
  (void)at.collect_all();
  {
    ledger::Writer writer(at.folder());
    (void)ledger::erase(writer, ledger::testimonies(at.folder()).received.at(0).place, "r", "A");
    const auto comments = ledger::moderated_comments(at.folder());
    (void)ledger::erase(writer, comments.at(0).comment.place, "r", "A");
    (void)ledger::retract(writer, comments.at(1).comment.place, "r", "A");
  }
  const Collected again = at.collect_all();
  EXPECT_EQ(again.known, 3);
  EXPECT_EQ(again.comments + again.sealed, 0);
  EXPECT_TRUE(ledger::testimonies(at.folder()).received.empty());
  EXPECT_TRUE(ledger::moderated_comments(at.folder()).empty());
  EXPECT_EQ(intake::read_collected(base::read_file(at.spool() + "/collected.txt")).size(), 3U);
}

// Made anew without what only others open, it would have no reply for whoever wrote that.
TEST(Collect, RepliesThatOnlyOthersCanMakeStayInTheSpool) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::testimony("a", words));
  (void)at.collect_all();
  {
    ledger::Writer writer(at.folder());
    base::Progress silent;
    reply_to(writer, ledger::testimonies(at.folder()).received[0], "We read it. (invented)",
             open_keeping_keys(at.folder(), ASpool::ask), "A. Tester", silent);
  }
  EXPECT_EQ(at.collect_all().kept_from_others, 0);
  const ledger::IntakeKey first = ledger::intake_keys(at.folder()).at(0);
  destroy_secret(SecretFor::keeps, first.keeps);  // as at another member's
  const intake::KeyPair own = intake::new_key_pair();
  store_secret(SecretFor::keeps, own, test::the_passphrase);
  {
    ledger::Writer writer(at.folder());
    ledger::enter_intake_key(writer, {first.intake, intake::key_text(own.public_half), "B. Tester"},
                             {});
  }
  EXPECT_EQ(at.collect_all().kept_from_others, 1);
  EXPECT_EQ(intake::reply_for(at.spool(), ASpool::receipt(words)), "We read it. (invented)");
}

TEST(Collect, AnotherOfficeThatMergesTakesTheSealedFileAndNoWord) {
  ASpool at;
  const intake::PublicKey key = at.make_key();
  at.send(key, ASpool::testimony("xqcanary", words));
  (void)at.collect_all();
  const std::string other = at.scratch() / "other";
  std::filesystem::copy(at.folder(), other, std::filesystem::copy_options::recursive);
  std::filesystem::remove_all(other + "/evidence");
  const auto one = ledger::testimonies(at.folder()).received.at(0);
  EXPECT_FALSE(base::file_exists(other + "/" + one.file));
  EXPECT_EQ(all_bytes(other).find("xqcanary"), std::string::npos);
}

}  // namespace sanaq::inbox
