#include "sanaq/cli/key_command.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <regex>

#include "cli/a_session.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/merge_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

// Two offices and more, each with a folder and a key store.
class KeyCommand : public ::testing::Test {
 protected:
  ASession session_;

  [[nodiscard]] std::string folder(const std::string& office) const {
    return session_.scratch() / office;
  }
  int key(const std::string& office, std::vector<std::string> arguments) {
    session_.as("keys of " + office);
    arguments.insert(arguments.begin(), {"key", folder(office)});
    arguments.insert(arguments.end(), {"--language", "en"});
    return session_.run(add_key, arguments);
  }
  // Gives the writer's first eight digits.
  std::string say(const std::string& office, const char* value = "11") {
    session_.as("keys of " + office);
    std::filesystem::create_directories(folder(office));
    std::filesystem::copy_file(session_.folder() + "/investigation.toml",
                               folder(office) + "/investigation.toml",
                               std::filesystem::copy_options::skip_existing);
    EXPECT_EQ(session_.run(add_say, {"say", "event:1", "dead", value, "--in", folder(office),
                                     "--by", "Office " + office, "--language", "en"}),
              0)
        << session_.error;
    return session_.entered().substr(0, 8);
  }
  int merge(const std::string& from, const std::string& to) {
    session_.as("keys of " + to);
    return session_.run(
        add_merge, {"merge", folder(from), folder(to), "--with-strangers", "--language", "en"});
  }
  void copy(const std::string& from, const std::string& to) {
    std::filesystem::copy(folder(from), folder(to), std::filesystem::copy_options::recursive);
  }
  std::string code_of(const std::string& office, const std::string& writer) {
    EXPECT_EQ(key(office, {}), 0) << session_.error;
    std::smatch found;
    const std::regex line(writer + ".*code ([0-9A-Z-]{27})");
    EXPECT_TRUE(std::regex_search(session_.output, found, line)) << session_.output;
    return found.size() > 1 ? found[1].str() : "";
  }
  std::size_t counted(const std::string& office) {
    session_.as("keys of " + office);
    return ledger::statements_in_force(folder(office)).size();
  }
  // A founds and takes in B, which has a voice; C is taken in by B and confirmed by A.
  void three_offices() {
    a_ = say("a");
    copy("a", "b");
    b_ = say("b");
    copy("a", "c");
    c_ = say("c");
    ASSERT_EQ(merge("b", "a"), 0) << session_.error;
    ASSERT_EQ(key("a", {"--member", code_of("b", b_), "--name", "Office B"}), 0) << session_.error;
    EXPECT_NE(session_.output.find("has a voice"), std::string::npos) << session_.output;
    ASSERT_EQ(merge("a", "b"), 0);
    ASSERT_EQ(merge("c", "b"), 0);
    ASSERT_EQ(key("b", {"--member", code_of("c", c_), "--name", "Office C"}), 0) << session_.error;
    EXPECT_NE(session_.output.find("--voice " + c_), std::string::npos) << session_.output;
    ASSERT_EQ(merge("b", "a"), 0);
    ASSERT_EQ(key("a", {"--voice", c_}), 0) << session_.error;
    EXPECT_NE(session_.output.find("has a voice"), std::string::npos) << session_.output;
    for (const char* office : {"b", "c"}) ASSERT_EQ(merge("a", office), 0);
  }
  std::string a_, b_, c_;
};

TEST_F(KeyCommand, ShowsTheCodeMembersVoicesAndWhoTookInWhom) {
  three_offices();
  ASSERT_EQ(key("c", {}), 0);
  const std::string& shown = session_.output;
  EXPECT_TRUE(std::regex_search(shown, std::regex("The investigation: ([0-9A-Z]{4}-){5}.*"
                                                  "telephone")))
      << shown;
  EXPECT_NE(shown.find("Office a, founder: has a voice"), std::string::npos) << shown;
  EXPECT_NE(shown.find("Office B: has a voice; taken in by Office a"), std::string::npos) << shown;
  EXPECT_NE(shown.find("Office C: has a voice; taken in by Office B"), std::string::npos) << shown;
  EXPECT_TRUE(std::regex_search(shown, std::regex(c_ + ": entries: 2; your key, in "))) << shown;
  EXPECT_EQ(shown.find("Not members"), std::string::npos) << shown;
  EXPECT_EQ(counted("c"), 3U);
}

TEST_F(KeyCommand, AStrangerIsShownApartWithHisCode) {
  a_ = say("a");
  copy("a", "s");
  const std::string stranger = say("s");
  EXPECT_NE(session_.error.find("telephone"), std::string::npos) << session_.error;
  EXPECT_EQ(counted("s"), 2U);  // in his own copy
  ASSERT_EQ(merge("s", "a"), 0);
  EXPECT_EQ(counted("a"), 1U);
  ASSERT_EQ(key("a", {}), 0);
  const std::size_t head = session_.output.find("Not members");
  ASSERT_NE(head, std::string::npos) << session_.output;
  EXPECT_NE(session_.output.find(stranger, head), std::string::npos);
  // A code that stands on the screen would be copied from it.
  EXPECT_EQ(session_.output.find("code", head), std::string::npos) << session_.output;
  // Nothing comes of what he enters, so he is told.
  EXPECT_EQ(key("s", {"--revoke", a_}), 75);
  EXPECT_EQ(key("s", {"--member", code_of("a", a_), "--name", "A"}), 75);
  ASSERT_EQ(key("s", {}), 0);
  EXPECT_NE(session_.output.find("You are no member yet"), std::string::npos) << session_.output;
}

TEST_F(KeyCommand, AWrongCodeTakesInNobody) {
  a_ = say("a");
  copy("a", "b");
  b_ = say("b");
  const std::string code = code_of("b", b_);
  EXPECT_EQ(key("a", {"--member", code, "--name", "B"}), 66);  // its chain is not here
  ASSERT_EQ(merge("b", "a"), 0);
  std::string wrong = code;
  wrong[1] = wrong[1] == '7' ? '8' : '7';
  EXPECT_EQ(key("a", {"--member", wrong, "--name", "B"}), 64);
  EXPECT_NE(session_.error.find("wrong"), std::string::npos) << session_.error;
  EXPECT_EQ(key("a", {"--member", code}), 64);  // it needs a name
  EXPECT_EQ(key("a", {"--member", code, "--name", "B"}), 0) << session_.error;
}

TEST_F(KeyCommand, TwoRevokeTheKeyOfAThirdAndOneAloneOnlyAsks) {
  three_offices();
  say("c", "99");
  ASSERT_EQ(merge("c", "a"), 0);
  ASSERT_EQ(key("a", {"--revoke", c_, "--last", "2", "--reason", "stolen"}), 0) << session_.error;
  EXPECT_NE(session_.output.find("asked for by 1 of the 2 voices that it needs"), std::string::npos)
      << session_.output;
  EXPECT_EQ(counted("a"), 4U);
  ASSERT_EQ(merge("a", "b"), 0);
  ASSERT_EQ(key("b", {"--revoke", c_, "--last", "2"}), 0) << session_.error;
  EXPECT_NE(session_.output.find("believed up to entry 2 (revoked)"), std::string::npos)
      << session_.output;
  EXPECT_EQ(counted("b"), 3U);
  ASSERT_EQ(key("b", {}), 0);
  EXPECT_NE(session_.output.find("Decided:"), std::string::npos) << session_.output;
  // Lifted by both again.
  ASSERT_EQ(key("b", {"--lift", c_}), 0);
  ASSERT_EQ(merge("b", "a"), 0);
  ASSERT_EQ(key("a", {"--lift", c_}), 0);
  EXPECT_NE(session_.output.find("all of its entries are believed"), std::string::npos)
      << session_.output;
  EXPECT_EQ(counted("a"), 4U);
}

TEST_F(KeyCommand, ANewKeyHasNoVoiceUntilSomebodyElseConfirmsIt) {
  three_offices();
  ASSERT_EQ(key("c", {"--new", "--reason", "a new computer"}), 0) << session_.error;
  std::smatch found;
  ASSERT_TRUE(std::regex_search(session_.output, found, std::regex("--confirm ([0-9a-f]{8})")))
      << session_.output;
  const std::string next = found[1];
  EXPECT_EQ(say("c", "70"), next);
  EXPECT_EQ(key("c", {"--voice", a_}), 75);  // it rests
  EXPECT_EQ(key("c", {"--confirm", next}), 75);
  ASSERT_EQ(merge("c", "a"), 0);
  ASSERT_EQ(key("a", {}), 0);
  EXPECT_NE(session_.output.find("not confirmed"), std::string::npos) << session_.output;
  ASSERT_EQ(key("a", {"--confirm", next}), 0) << session_.error;
  ASSERT_EQ(key("a", {}), 0);
  EXPECT_EQ(session_.output.find("not confirmed"), std::string::npos) << session_.output;
  EXPECT_EQ(key("a", {"--confirm", next}), 75);  // nothing is left to confirm
}

TEST_F(KeyCommand, TheOthersOverruleWhatAThiefReplaced) {
  three_offices();
  ASSERT_EQ(key("c", {"--new"}), 0);
  const auto standing = ledger::standing_here(folder("c"));
  std::string entry;
  for (const ledger::KeyDecision& decision : standing.decisions)
    entry = decision.entries.front().writer.substr(0, 8) + ":" +
            std::to_string(decision.entries.front().seq);
  ASSERT_EQ(merge("c", "a"), 0);
  ASSERT_EQ(key("a", {"--overrule", entry}), 0) << session_.error;
  ASSERT_EQ(merge("a", "b"), 0);
  ASSERT_EQ(key("b", {"--overrule", entry}), 0) << session_.error;
  ASSERT_EQ(key("b", {}), 0);
  EXPECT_NE(session_.output.find("Office C: has a voice"), std::string::npos) << session_.output;
  EXPECT_NE(session_.output.find("overruled"), std::string::npos) << session_.output;
}

TEST_F(KeyCommand, TheCodeOnPaperBringsTheFounderBack) {
  session_.as("keys of a");
  a_ = say("a");
  const std::size_t rows = session_.error.find("\n\n");
  ASSERT_NE(rows, std::string::npos) << session_.error;
  const std::string paper = session_.error.substr(rows + 2, 80);
  copy("a", "elsewhere");
  // A new computer, and nothing but the paper.
  EXPECT_EQ(key("elsewhere", {"--recover"}), 64);  // nobody can be asked
  ::setenv("SANAQ_RECOVERY", ledger::recovery_code(std::string(64, '1')).c_str(), 1);
  EXPECT_EQ(key("elsewhere", {"--recover"}), 64);  // another one's
  ::unsetenv("SANAQ_RECOVERY");
  session_.answers = {paper};
  ASSERT_EQ(key("elsewhere", {"--recover", "--reason", "the laptop was stolen"}), 0)
      << session_.error;
  EXPECT_NE(session_.asked.find("recovery code"), std::string::npos);
  EXPECT_EQ((session_.output + session_.error).find(paper.substr(0, 19)), std::string::npos);
  EXPECT_NE(session_.output.find("recovered by the code on paper; believed up to entry 3"),
            std::string::npos)
      << session_.output;
  ASSERT_EQ(key("elsewhere", {}), 0);
  EXPECT_NE(session_.output.find("founder: has a voice"), std::string::npos) << session_.output;
  say("elsewhere", "12");
  EXPECT_EQ(counted("elsewhere"), 2U);
}

TEST_F(KeyCommand, BeginningAgainAsksAndVouches) {
  a_ = say("a");
  copy("a", "d");
  EXPECT_EQ(key("d", {"--begin-again"}), 64);
  session_.answers = {"no"};
  EXPECT_EQ(key("d", {"--begin-again"}), 64);
  session_.answers = {"yes"};
  ASSERT_EQ(key("d", {"--begin-again", "--by", "Office D"}), 0) << session_.error;
  EXPECT_NE(session_.error.find("recovery code"), std::string::npos) << session_.error;
  ASSERT_EQ(key("d", {}), 0);
  EXPECT_NE(session_.output.find("Office D, founder"), std::string::npos) << session_.output;
  EXPECT_NE(session_.output.find("a member vouches for it"), std::string::npos) << session_.output;
  EXPECT_EQ(counted("d"), 1U);
}

TEST_F(KeyCommand, TwoFoundersAgreeByACode) {
  a_ = say("a");
  b_ = say("b");
  ASSERT_EQ(merge("b", "a"), 0) << session_.error;
  ASSERT_EQ(key("a", {"--member", code_of("b", b_), "--name", "Office B"}), 0) << session_.error;
  session_.as("keys of a");
  const std::string id = ledger::id_code(ledger::standing_here(folder("a")).id);
  ASSERT_EQ(merge("a", "b"), 0);
  ASSERT_EQ(key("b", {"--join", id}), 0) << session_.error;
  ASSERT_EQ(key("b", {}), 0);
  EXPECT_NE(session_.output.find(id), std::string::npos) << session_.output;
  EXPECT_NE(session_.output.find("Office B: has a voice"), std::string::npos) << session_.output;
  EXPECT_EQ(counted("b"), 2U);
  EXPECT_EQ(key("b", {"--join", ledger::id_code(std::string(64, '1'))}), 66);
}

TEST_F(KeyCommand, AForkedChainGoesOnWhereSomebodyVouchesForIt) {
  three_offices();
  // The key of C writes on in two copies.
  std::filesystem::copy(folder("c"), folder("c copy"), std::filesystem::copy_options::recursive);
  std::filesystem::rename(folder("c"), folder("c aside"));
  std::filesystem::copy(folder("c copy"), folder("c"), std::filesystem::copy_options::recursive);
  say("c", "1");
  std::filesystem::rename(folder("c"), folder("c one"));
  std::filesystem::rename(folder("c aside"), folder("c"));
  std::filesystem::remove_all(session_.scratch() / "keys of c/folders");  // as in a new store
  say("c", "2");
  ASSERT_EQ(merge("c", "a"), 0) << session_.error;
  session_.as("keys of a");
  EXPECT_EQ(session_.run(add_merge, {"merge", folder("c one"), folder("a")}), 74);
  EXPECT_EQ(counted("a"), 3U);
  EXPECT_EQ(key("a", {"--vouch-for", c_}), 64);
  EXPECT_NE(session_.error.find("main (3)"), std::string::npos) << session_.error;
  ASSERT_EQ(key("a", {"--vouch-for", c_, "--continuation", "main"}), 0) << session_.error;
  EXPECT_EQ(counted("a"), 4U);
}

TEST_F(KeyCommand, ASealedKeyIsOpenedOnceAndFollowedByASealedOne) {
  ::setenv("SANAQ_PASSPHRASE", "open sesame", 1);
  a_ = say("a");
  ::unsetenv("SANAQ_PASSPHRASE");
  session_.as("keys of a");
  EXPECT_EQ(session_.run(add_say, {"say", "event:1", "dead", "12", "--in", folder("a")}), 64);
  session_.answers = {"open sesame"};
  ASSERT_EQ(key("a", {"--new"}), 0) << session_.error;
  ASSERT_EQ(key("a", {}), 0);
  EXPECT_NE(session_.output.find("sealed by a passphrase"), std::string::npos) << session_.output;
  EXPECT_EQ(session_.run(add_say, {"say", "event:1", "dead", "12", "--in", folder("a")}), 64);
  session_.answers = {"wrong"};
  EXPECT_EQ(session_.run(add_say, {"say", "event:1", "dead", "12", "--in", folder("a")}), 64);
  session_.answers = {"open sesame"};
  EXPECT_EQ(session_.run(add_say, {"say", "event:1", "dead", "12", "--in", folder("a")}), 0)
      << session_.error;
}

TEST_F(KeyCommand, AnothersEntryIsSealedAtOnceAndGoesWhenASecondVoiceAsks) {
  three_offices();
  const std::string bodies = [&] {
    for (const ledger::ChainFile& file : ledger::chain_files(folder("a"))) {
      if (file.writer.starts_with(b_)) return file.bodies_path;
    }
    return std::string();
  }();
  const std::string before = base::read_file(bodies);
  const auto erase = [&](const std::string& office, const std::string& place) {
    session_.as("keys of " + office);
    return session_.run(add_erase, {"erase", place, "--reason", "a witness", "--in", folder(office),
                                    "--language", "en"});
  };
  const std::size_t statements = counted("a");
  ASSERT_EQ(erase("a", b_ + ":2"), 0) << session_.error;
  EXPECT_NE(session_.error.find("sealed: " + b_ + ":2"), std::string::npos) << session_.error;
  EXPECT_EQ(counted("a"), statements - 1);
  EXPECT_EQ(base::read_file(bodies), before);
  ASSERT_EQ(merge("a", "c"), 0);
  EXPECT_NE(session_.error.find("sealed: " + b_ + ":2"), std::string::npos) << session_.error;
  ASSERT_EQ(erase("c", b_ + ":2"), 0) << session_.error;
  EXPECT_NE(session_.error.find("erased: " + b_ + ":2"), std::string::npos) << session_.error;
  ASSERT_EQ(merge("c", "a"), 0);
  EXPECT_LT(base::read_file(bodies).size(), before.size());
}

TEST_F(KeyCommand, NamesWhatIsWrong) {
  a_ = say("a");
  EXPECT_EQ(key("a", {"--lost", "zzzz"}), 66);
  EXPECT_EQ(key("a", {"--lost", "a", "--new"}), 64);
  EXPECT_EQ(key("a", {"--revoke", a_}), 64);  // the one he writes with
  EXPECT_EQ(key("a", {"--last", "2"}), 64);
  EXPECT_EQ(key("a", {"--keeps", "a"}), 64);
  EXPECT_EQ(key("a", {"--name", "B"}), 64);
  EXPECT_EQ(key("a", {"--of", a_}), 64);
  EXPECT_EQ(key("a", {"--passphrase"}), 64);
  EXPECT_EQ(key("a", {"--overrule", "zz:1"}), 66);
  EXPECT_EQ(key("nowhere", {}), 66);
  EXPECT_EQ(key("a", {"--vouch"}), 0);
  EXPECT_NE(session_.output.find("there is no chain of format 1"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
