#include "sanaq/cli/testimony_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/an_intake.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/search_command.h"
#include "sanaq/intake/replies.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::cli {
namespace {

class TestimonyCommand : public ::testing::Test {
 protected:
  TestimonyCommand() {
    (void)at_.make_key();
    at_.send(intake::ContentKind::testimony, "xqcanary \x1b[2Jat the gate");
    at_.send(intake::ContentKind::file, "", "PK not looked into");
    (void)at_.collect();
    all_ = ledger::testimonies(at_.session.folder());
  }
  int run(std::vector<std::string> words) {
    words.insert(words.begin(), {"testimony", at_.session.folder()});
    return at_.session.run(add_testimony, words);
  }
  [[nodiscard]] std::string id(std::size_t at) const {
    return all_.received.at(at).envelope.substr(0, 12);
  }
  AnIntake at_;
  ledger::Testimonies all_;
};

}  // namespace

TEST_F(TestimonyCommand, ListsWithoutOpeningAndNeedsNoPassphraseForIt) {
  ::unsetenv("SANAQ_PASSPHRASE");
  ASSERT_EQ(run({}), 0) << at_.session.error;
  EXPECT_NE(at_.session.output.find("sealed pieces: 2"), std::string::npos) << at_.session.output;
  EXPECT_EQ(at_.session.output.find("xqcanary"), std::string::npos);
  ASSERT_EQ(run({"--json"}), 0);
  EXPECT_EQ(nlohmann::json::parse(at_.session.output).size(), 2U);
  EXPECT_EQ(run({"--read", id(0)}), 64) << at_.session.error;
}

TEST_F(TestimonyCommand, ReadsTextAndSavesAFileUnopened) {
  ASSERT_EQ(run({"--read", id(0)}), 0) << at_.session.error;
  EXPECT_NE(at_.session.output.find("xqcanary"), std::string::npos);
  EXPECT_EQ(at_.session.output.find('\x1b'), std::string::npos);
  EXPECT_NE(at_.session.output.find("nothing of it may be published"), std::string::npos);
  const std::string file = at_.session.scratch() / "sent.zip";
  ASSERT_EQ(run({"--read", id(1), "--save", file}), 0) << at_.session.error;
  EXPECT_EQ(base::read_file(file), "PK not looked into");
  EXPECT_EQ(at_.session.output.find("PK not"), std::string::npos);
  EXPECT_EQ(run({"--read", id(1), "--save", file}), 64);  // somebody's file
  EXPECT_EQ(run({"--save", file}), 64);
  EXPECT_EQ(run({"--read", "ffffffff"}), 66);
}

TEST_F(TestimonyCommand, RepliesAreReadWithTheWordsAfterTheNextCollect) {
  at_.session.scratch().write("reply.txt", "We have read it. (invented)");
  ASSERT_EQ(run({"--reply", id(0), at_.session.scratch() / "reply.txt"}), 0) << at_.session.error;
  ASSERT_EQ(at_.collect(), 0);
  EXPECT_EQ(intake::reply_for(at_.spool(), intake::receipt_keys("one two three")),
            "We have read it. (invented)");
  ASSERT_EQ(run({}), 0);
  EXPECT_NE(at_.session.output.find("replies: 1"), std::string::npos);
  at_.session.scratch().write("reply.txt", std::string(12'001, 'x'));
  EXPECT_EQ(run({"--reply", id(0), at_.session.scratch() / "reply.txt"}), 65);
}

TEST_F(TestimonyCommand, ASourceIsNamedForTheCaseFile) {
  ASSERT_EQ(run({"--source", id(0), "witness 7"}), 0) << at_.session.error;
  EXPECT_EQ(ledger::testimonies(at_.session.folder()).received[0].source, "witness 7");
  EXPECT_EQ(run({"--source", id(0), "a", "--read", id(0)}), 64);
}

TEST_F(TestimonyCommand, SearchSeesNoWordOfItAndErasingItRemovesTheFile) {
  (void)at_.session.run(add_search, {"search", "xqcanary", "--in", at_.session.folder()});
  EXPECT_EQ(at_.session.output.find("xqcanary"), std::string::npos);
  const ledger::Testimony& one = all_.received.at(0);
  const std::string file = base::join(at_.session.folder(), one.file);
  ASSERT_TRUE(base::file_exists(file));
  const std::string place = one.place.writer.substr(0, 8) + ":" + std::to_string(one.place.seq);
  ASSERT_EQ(at_.session.run(
                add_erase, {"erase", place, "--reason", "she asked", "--in", at_.session.folder()}),
            0)
      << at_.session.error;
  EXPECT_FALSE(base::file_exists(file));
  EXPECT_EQ(ledger::testimonies(at_.session.folder()).received.size(), 1U);
}

}  // namespace sanaq::cli
