// Two offices that both take in what comes through the public server, and merge.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "cli/a_session.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/collect_command.h"
#include "sanaq/cli/comments_command.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/intake_key_command.h"
#include "sanaq/cli/key_command.h"
#include "sanaq/cli/merge_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/testimony_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/intake/replies.h"
#include "sanaq/intake/spool.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::cli {
namespace {

class TwoOffices : public testing::Test {
 protected:
  TwoOffices() { ::setenv("SANAQ_PASSPHRASE", "an invented passphrase", 1); }
  ~TwoOffices() override { ::unsetenv("SANAQ_PASSPHRASE"); }

  [[nodiscard]] std::string folder(const std::string& office) const {
    return session_.scratch() / office;
  }
  int run(const std::string& office, AddCommand command, std::vector<std::string> words) {
    session_.as("keys of " + office);
    words.insert(words.end(), {"--language", "en"});
    return session_.run(command, words);
  }
  int merge(const std::string& from, const std::string& to) {
    return run(to, add_merge, {"merge", folder(from), folder(to), "--with-strangers"});
  }
  void merge_both() {
    ASSERT_EQ(merge("b", "a"), 0) << session_.error;
    ASSERT_EQ(merge("a", "b"), 0) << session_.error;
  }
  int collect(const std::string& office) {
    return run(office, add_collect, {"collect", folder(office), spool(office)});
  }
  // Each office has a copy of its own.
  [[nodiscard]] std::string spool(const std::string& office) const {
    return session_.scratch() / "spool-of-" + office;
  }
  // A founds and takes in B, which then has a voice; both have a key for what comes.
  void found() {
    std::filesystem::rename(
        help::small_investigation(session_.scratch(), "[publish]\nintake = \"here\"\n"),
        folder("a"));
    make_key("a");
    std::filesystem::copy(folder("a"), folder("b"), std::filesystem::copy_options::recursive);
    make_key("b");
    ASSERT_EQ(merge("b", "a"), 0) << session_.error;
    ASSERT_EQ(run("b", add_key, {"key", folder("b")}), 0);
    std::smatch code;
    const std::string shown = session_.output;
    const std::regex line(writer_of("b") + ".*code ([0-9A-Z-]{27})");
    ASSERT_TRUE(std::regex_search(shown, code, line)) << shown;
    ASSERT_EQ(
        run("a", add_key, {"key", folder("a"), "--member", code[1].str(), "--name", "Office B"}), 0)
        << session_.error;
    ASSERT_EQ(merge("a", "b"), 0) << session_.error;
    ASSERT_EQ(ledger::intake_keys(folder("a")).size(), 2U);
  }
  void make_key(const std::string& office) {
    ASSERT_EQ(
        run(office, add_intake_key, {"intake-key", folder(office), "--by", "Office " + office}), 0)
        << session_.error;
    keys_.push_back(*intake::key_of(session_.output.substr(0, 64)));
  }
  // The first eight digits of the writer that entered that office's key.
  [[nodiscard]] std::string writer_of(const std::string& office) const {
    const std::string key = intake::key_text(keys_[office == "a" ? 0 : 1]);
    for (const ledger::IntakeKey& one : ledger::intake_keys(folder(office))) {
      if (one.intake == key) return one.place.writer.substr(0, 8);
    }
    return "";
  }
  void send(intake::ContentKind kind, const std::string& text) const {
    const auto receipt = intake::receipt_keys("one two three").public_half;
    const intake::Content content{kind,
                                  {{"page", "articles/open.html"},
                                   {"lang", "en"},
                                   {"name", "An invented reader"},
                                   {"text", text},
                                   {"day", "2026-11-30"},
                                   {"receipt", intake::key_text(receipt)}},
                                  ""};
    intake::Spool(session_.scratch() / "spool").put(intake::sealed(keys_, content));
  }
  void copy_spool() const {
    for (const char* office : {"a", "b"})
      std::filesystem::copy(session_.scratch() / "spool", spool(office),
                            std::filesystem::copy_options::recursive);
  }
  [[nodiscard]] std::vector<ledger::ModeratedComment> comments(const std::string& office) const {
    return ledger::moderated_comments(folder(office));
  }
  [[nodiscard]] std::vector<ledger::Testimony> received(const std::string& office) const {
    return ledger::testimonies(folder(office)).received;
  }
  [[nodiscard]] std::size_t sealed_files(const std::string& office) const {
    const auto names = base::list_folder(folder(office) + "/evidence");
    return static_cast<std::size_t>(std::count_if(
        names.begin(), names.end(), [](const auto& name) { return name.ends_with(".sealed"); }));
  }
  int erase(const std::string& office, const std::string& place) {
    return run(office, add_erase,
               {"erase", place, "--reason", "she asked", "--in", folder(office)});
  }
  // "3f9a0c12:7", of each entry about the same that stays.
  [[nodiscard]] std::vector<std::string> said_to_stay() const {
    std::vector<std::string> places;
    const std::regex line("([0-9a-f]{8}:[0-9]+) is about the same and stays");
    for (std::sregex_iterator at(session_.error.begin(), session_.error.end(), line), end;
         at != end; ++at)
      places.push_back((*at)[1]);
    return places;
  }

  ASession session_;
  std::vector<intake::PublicKey> keys_;
};

}  // namespace

TEST_F(TwoOffices, WhatBothCollectedIsOneAndBothReadModerateAndReply) {
  found();
  send(intake::ContentKind::comment, "the first");
  send(intake::ContentKind::comment, "the second");
  send(intake::ContentKind::testimony, "xqcanary at the gate");
  copy_spool();
  for (const char* office : {"a", "b"}) ASSERT_EQ(collect(office), 0) << session_.error;
  merge_both();
  for (const char* office : {"a", "b"}) {
    ASSERT_EQ(comments(office).size(), 2U) << office;
    ASSERT_EQ(received(office).size(), 1U) << office;
    EXPECT_EQ(comments(office)[0].comment.envelope, comments("a")[0].comment.envelope);
    ASSERT_EQ(run(office, add_testimony,
                  {"testimony", folder(office), "--read", received(office)[0].envelope}),
              0)
        << session_.error;
    EXPECT_NE(session_.output.find("xqcanary"), std::string::npos);
  }
  const std::string first = comments("a")[0].comment.envelope;
  const std::string second = comments("a")[1].comment.envelope;
  ASSERT_EQ(run("b", add_comments, {"comments", folder("b"), "--accept", first}), 0);
  ASSERT_EQ(
      run("a", add_comments, {"comments", folder("a"), "--refuse", second, "--reason", "not kind"}),
      0);
  session_.scratch().write("reply.txt", "We have read it. (invented)");
  ASSERT_EQ(run("b", add_testimony,
                {"testimony", folder("b"), "--reply", received("b")[0].envelope,
                 session_.scratch() / "reply.txt"}),
            0)
      << session_.error;
  merge_both();
  for (const char* office : {"a", "b"}) {
    EXPECT_EQ(comments(office)[0].decision, ledger::Moderation::accepted) << office;
    EXPECT_EQ(comments(office)[1].decision, ledger::Moderation::refused) << office;
    ASSERT_EQ(collect(office), 0) << session_.error;
    EXPECT_NE(session_.output.find("known before: 3"), std::string::npos) << session_.output;
    EXPECT_EQ(intake::reply_for(spool(office), intake::receipt_keys("one two three")),
              "We have read it. (invented)");
    EXPECT_EQ(run(office, add_verify, {"verify", folder(office)}), 0) << session_.error;
  }
}

TEST_F(TwoOffices, WhatOneErasesIsGoneAtBothAndComesBackFromNoSpool) {
  found();
  send(intake::ContentKind::testimony, "xqcanary");
  copy_spool();
  for (const char* office : {"a", "b"}) ASSERT_EQ(collect(office), 0) << session_.error;
  merge_both();
  EXPECT_EQ(sealed_files("b"), 2U);  // as each of them sealed it
  const ledger::EntryPlace listed = received("b")[0].place;
  const std::string place = listed.writer.substr(0, 8) + ":" + std::to_string(listed.seq);
  ASSERT_EQ(erase("b", place), 0) << session_.error;
  ASSERT_EQ(said_to_stay().size(), 1U) << session_.error;
  const std::string other = said_to_stay()[0];
  EXPECT_NE(other, place);
  ASSERT_EQ(erase("b", other), 0) << session_.error;
  EXPECT_TRUE(said_to_stay().empty()) << session_.error;
  EXPECT_TRUE(received("b").empty());
  merge_both();
  EXPECT_TRUE(received("a").empty());
  // What A entered is sealed for both until A, the other voice, asks too.
  const std::string of_a = place.starts_with(writer_of("a")) ? place : other;
  ASSERT_EQ(erase("a", of_a), 0) << session_.error;
  merge_both();
  for (const char* office : {"a", "b"}) {
    EXPECT_EQ(sealed_files(office), 0U) << office;
    ASSERT_EQ(collect(office), 0) << session_.error;
    EXPECT_NE(session_.output.find("sealed for you: 0, known before: 1"), std::string::npos)
        << session_.output;
    EXPECT_TRUE(received(office).empty());
    EXPECT_EQ(run(office, add_verify, {"verify", folder(office)}), 0) << session_.error;
  }
}

TEST_F(TwoOffices, TheKeysOfThePublishedSiteAreThoseThatWerePublishedLast) {
  found();
  const auto publish = [&](const std::string& office) {
    return run(office, add_publish, {"publish", folder(office), "--yes"});
  };
  const auto kept = [&](const std::string& office) {
    return base::read_file(folder(office) + "/publication/intake-keys.txt");
  };
  ASSERT_EQ(publish("a"), 0) << session_.error;
  EXPECT_EQ(kept("a"), base::read_file(folder("a") + "/site/server/intake-keys.txt"));
  const std::string before = kept("a");
  ASSERT_EQ(merge("a", "b"), 0) << session_.error;
  EXPECT_EQ(kept("b"), before);
  ASSERT_EQ(run("b", add_intake_key, {"intake-key", folder("b"), "--renew"}), 0) << session_.error;
  ASSERT_EQ(merge("b", "a"), 0) << session_.error;
  ASSERT_EQ(publish("a"), 0) << session_.error;
  EXPECT_NE(kept("a"), before);
  EXPECT_EQ(kept("b"), before);
  ASSERT_EQ(merge("a", "b"), 0) << session_.error;
  EXPECT_EQ(kept("b"), kept("a"));
  EXPECT_EQ(run("b", add_verify, {"verify", folder("b")}), 0) << session_.output + session_.error;
  std::string changed = kept("b");
  changed[changed.size() - 2] = changed[changed.size() - 2] == '0' ? '1' : '0';
  base::write_file_whole(folder("b") + "/publication/intake-keys.txt", changed);
  EXPECT_EQ(run("b", add_verify, {"verify", folder("b")}), 74);
  EXPECT_NE((session_.output + session_.error).find("publication/intake-keys.txt"),
            std::string::npos);
}

}  // namespace sanaq::cli
