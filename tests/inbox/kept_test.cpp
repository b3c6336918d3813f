#include "sanaq/inbox/kept.h"

#include <gtest/gtest.h>

#include "inbox/a_spool.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::inbox {

using test::ASpool;

namespace {

class AKeptTestimony : public ::testing::Test {
 protected:
  AKeptTestimony() {
    at_.send(at_.make_key(), ASpool::testimony("what I saw", "one two"));
    (void)at_.collect_all();
    all_ = ledger::testimonies(at_.folder());
  }
  [[nodiscard]] KeepingKeys keys() const { return open_keeping_keys(at_.folder(), ASpool::ask); }
  void reply(const std::string& text) {
    ledger::Writer writer(at_.folder());
    base::Progress silent;
    reply_to(writer, all_.received.at(0), text, keys(), "A. Tester", silent);
  }
  ASpool at_;
  ledger::Testimonies all_;
};

}  // namespace

TEST_F(AKeptTestimony, OpensWithTheKeysOfAMemberAlone) {
  const ledger::Testimony& one = all_.received.at(0);
  EXPECT_EQ(open_kept(at_.folder(), one.file, one.sha256, keys()).value("text"), "what I saw");
  KeepingKeys others;
  others.own.push_back(intake::new_key_pair());
  EXPECT_THROW((void)open_kept(at_.folder(), one.file, one.sha256, others), base::Error);
  base::write_file_whole(base::join(at_.folder(), one.file), "other bytes");
  EXPECT_THROW((void)open_kept(at_.folder(), one.file, one.sha256, keys()), base::Error);
}

TEST_F(AKeptTestimony, IsFoundByTheBeginningOfItsId) {
  const std::string id = all_.received.at(0).envelope;
  EXPECT_EQ(find_testimony(all_, id.substr(0, 6)).envelope, id);
  EXPECT_THROW((void)find_testimony(all_, id.substr(0, 3)), base::Error);
  EXPECT_THROW((void)find_testimony(all_, "zzzz"), base::Error);
}

TEST_F(AKeptTestimony, TakesRepliesUpToTheSizeThatAWitnessCanBeGiven) {
  reply("first");
  EXPECT_THROW(reply(" \n"), base::Error);
  EXPECT_THROW(reply("\xff"), base::Error);
  EXPECT_THROW(reply(std::string(12'000, 'x')), base::Error);
  reply(std::string(11'000, 'x'));
  base::Progress silent;
  const Receipts receipts =
      receipts_of(at_.folder(), ledger::testimonies(at_.folder()), keys(), silent);
  ASSERT_EQ(receipts.replies.size(), 1U);
  EXPECT_TRUE(receipts.replies.begin()->second.starts_with("first\n\n"));
  EXPECT_EQ(receipts.not_opened, 0);
}

TEST(Kept, WithoutAKeyTheWayToOneIsTold) {
  const ASpool at;
  { const ledger::Writer writer(at.folder()); }
  EXPECT_THROW((void)open_keeping_keys(at.folder(), ASpool::ask), base::Error);
}

TEST(Kept, TheDayAloneMakesNoOtherContent) {
  intake::Content one = ASpool::testimony("text", "a b"), other = one;
  other.fields.back().second = "2026-12-01";
  EXPECT_EQ(content_digest(one), content_digest(other));
  other.fields[2].second = "texts";
  EXPECT_NE(content_digest(one), content_digest(other));
}

}  // namespace sanaq::inbox
