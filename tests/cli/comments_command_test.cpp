#include "sanaq/cli/comments_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/an_intake.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/comments.h"

namespace sanaq::cli {
namespace {

class CommentsCommand : public ::testing::Test {
 protected:
  CommentsCommand() {
    (void)at_.make_key();
    at_.send(intake::ContentKind::comment, "Kind words, a \x1b[2Jrude word, kind words.");
    (void)at_.collect();
    id_ = ledger::moderated_comments(at_.session.folder()).at(0).comment.envelope.substr(0, 12);
  }
  int run(std::vector<std::string> words) {
    words.insert(words.begin(), {"comments", at_.session.folder()});
    return at_.session.run(add_comments, words);
  }
  ledger::ModeratedComment one() { return ledger::moderated_comments(at_.session.folder()).at(0); }
  AnIntake at_;
  std::string id_;
};

}  // namespace

TEST_F(CommentsCommand, ListsWhatWaitsAndSteersNoTerminal) {
  ASSERT_EQ(run({}), 0) << at_.session.error;
  EXPECT_NE(at_.session.output.find(id_), std::string::npos);
  EXPECT_EQ(at_.session.output.find('\x1b'), std::string::npos);
  EXPECT_NE(at_.session.output.find("comments that wait: 1, in all: 1"), std::string::npos);
  ASSERT_EQ(run({"--json"}), 0);
  EXPECT_EQ(nlohmann::json::parse(at_.session.output).at(0).at("decision"), "hold");
}

TEST_F(CommentsCommand, AcceptsRefusesAndShortens) {
  ASSERT_EQ(run({"--accept", id_}), 0) << at_.session.error;
  EXPECT_EQ(one().decision, ledger::Moderation::accepted);
  EXPECT_EQ(run({"--refuse", id_}), 64);
  ASSERT_EQ(run({"--refuse", id_, "--reason", "rude"}), 0) << at_.session.error;
  EXPECT_EQ(one().decision, ledger::Moderation::refused);
  EXPECT_EQ(run({"--shorten", id_}), 64);
  EXPECT_EQ(run({"--shorten", id_, "--cut", "no such words"}), 64);
  ASSERT_EQ(run({"--shorten", id_, "--cut", "rude word"}), 0) << at_.session.error;
  EXPECT_EQ(one().shown, "Kind words, a \x1b[2J[…], kind words.");
  at_.session.scratch().write("short.txt", "Kind words[…]kind words.\n");
  ASSERT_EQ(run({"--shorten", id_, "--text", at_.session.scratch() / "short.txt"}), 0)
      << at_.session.error;
  EXPECT_EQ(one().shown, "Kind words[…]kind words.");
  at_.session.scratch().write("other.txt", "I did it […]");
  EXPECT_EQ(run({"--shorten", id_, "--text", at_.session.scratch() / "other.txt"}), 64);
}

TEST_F(CommentsCommand, AWrongLineChangesNothing) {
  EXPECT_EQ(run({"--accept", "ffffffff"}), 66);
  EXPECT_EQ(run({"--accept", id_, "--accept", "ffffffff"}), 66);
  EXPECT_EQ(run({"--accept", id_, "--list"}), 64);
  EXPECT_EQ(run({"--cut", "x"}), 64);
  EXPECT_EQ(one().decision, ledger::Moderation::held);
  EXPECT_EQ(at_.session.run(add_comments, {"comments", at_.session.scratch() / "nowhere"}), 66);
}

TEST_F(CommentsCommand, OneThatCameAnotherWayIsEnteredOnce) {
  at_.session.scratch().write(
      "letter.json", R"x({"page":"articles/open.html","lang":"en","text":"By post. (invented)"})x");
  const std::string file = at_.session.scratch() / "letter.json";
  ASSERT_EQ(run({"--enter", file}), 0) << at_.session.error;
  ASSERT_EQ(run({"--enter", file}), 0);
  EXPECT_EQ(ledger::moderated_comments(at_.session.folder()).size(), 2U);
  for (const char* bytes : {"", "[]", R"({"page":"a","lang":"en"})",
                            R"({"page":"a","lang":"en","text":"x","day":"soon"})"}) {
    at_.session.scratch().write("letter.json", bytes);
    EXPECT_EQ(run({"--enter", file}), 65) << bytes;
  }
}

// What cannot be done is told before an investigation is founded, or anything of the rest entered.
TEST_F(CommentsCommand, AnIdThatNothingHasEntersNothing) {
  EXPECT_EQ(run({"--accept", id_, "--accept", "00000000"}), 66);
  EXPECT_EQ(one().decision, ledger::Moderation::held);
  AnIntake another;
  EXPECT_EQ(another.session.run(add_comments,
                                {"comments", another.session.folder(), "--accept", "00000000"}),
            66);
  EXPECT_FALSE(base::folder_exists(base::join(another.session.folder(), "ledger")));
}

}  // namespace sanaq::cli
