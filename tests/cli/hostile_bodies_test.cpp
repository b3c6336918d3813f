// What somebody who can write, or a faulty program, put into a ledger: bodies of every kind with a
// wrong value in each place, sealed and committed to as they should be.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "ledger/a_body.h"
#include "ledger/a_forger.h"
#include "sanaq/cli/add_command.h"
#include "sanaq/cli/ask_command.h"
#include "sanaq/cli/checkpoint_command.h"
#include "sanaq/cli/decide_command.h"
#include "sanaq/cli/documents_command.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/estimate_command.h"
#include "sanaq/cli/ingest_command.h"
#include "sanaq/cli/key_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/merge_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/retract_command.h"
#include "sanaq/cli/run_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/search_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/fixity.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

// Spoilt bodies of every kind; with `fitting` those too that fit all the same.
Entries spoilt_bodies(bool fitting) {
  Entries entries;
  for (const ledger::BodyForm& form : ledger::body_forms()) {
    ledger::for_each_spoilt(ledger::a_body(form), [&](const nlohmann::json& spoilt) {
      const std::string body = ledger::canonical(spoilt);
      // Long texts a few times are enough.
      if (body.size() > 50'000 && entries.size() % 97 != 0) return;
      if (fitting || ledger::fit_of(form.kind, body) == ledger::Fit::misfit)
        entries.emplace_back(form.kind, body);
    });
  }
  return entries;
}

class HostileBodies : public testing::Test {
 protected:
  HostileBodies() {
    session_.with_lists();
    EXPECT_EQ(session_.run(add_say, {"say", "event:1", "place", "A square", "--in", folder()}), 0)
        << session_.error;
    retractable_ = session_.entered();
    EXPECT_EQ(session_.run(add_add, {"add", session_.scratch().write("in.txt", "a letter"), "--in",
                                     folder()}),
              0);
    EXPECT_EQ(session_.run(add_decide, {"decide", folder(), "same", "morgue:17", "hospital:203"}),
              0)
        << session_.error;
    writer_ = ledger::chain_files(folder()).at(0).writer;
  }

  [[nodiscard]] std::string folder() const { return session_.folder(); }

  // Everything that counts, as text.
  [[nodiscard]] std::string what_counts() const {
    std::string text;
    for (const auto& statement : ledger::statements_in_force(folder()))
      text += ledger::body_of(statement).dump() + "\n";
    for (const auto& decision : ledger::decisions_in_force(folder()))
      text += ledger::body_of(decision).dump() + "\n";
    for (const auto& document : ledger::documents(folder()))
      text += document.file + document.visibility + std::to_string(document.custody.size()) + "\n";
    for (const auto& run : ledger::runs(folder())) text += run.verb + run.settings + "\n";
    const ledger::Standing standing = ledger::standing_here(folder());
    text += std::to_string(ledger::fixity_checks(folder()).size());
    for (const auto& [person, member] : standing.members)
      text += "\n" + person + " " + std::to_string(member.keys.size());
    for (const std::size_t count :
         {standing.decisions.size(), standing.open_votes.size(), standing.erasures.size(),
          standing.destroyed.size(), standing.sealed.size(), standing.founded.size()})
      text += " " + std::to_string(count);
    return text;
  }

  ASession session_;
  std::string writer_, retractable_;
};

}  // namespace

TEST_F(HostileBodies, ABodyThatDoesNotFitCountsForNothingAndVerifyNamesIt) {
  const std::string before = what_counts();
  const Entries entries = spoilt_bodies(false);
  ASSERT_GT(entries.size(), 2000U);
  ledger::forge(folder(), writer_, entries);
  EXPECT_EQ(what_counts(), before);
  EXPECT_EQ(session_.run(add_verify, {"verify", folder()}), 74);
  EXPECT_NE(session_.output.find("this body counts for nothing: event is not a text"),
            std::string::npos)
      << session_.output;
  EXPECT_NE(session_.output.find("bodies that do not fit their kind and count for nothing: " +
                                 std::to_string(entries.size() - 100)),
            std::string::npos)
      << session_.output;
  EXPECT_EQ(session_.output.find("everything is what it was"), std::string::npos);
}

TEST_F(HostileBodies, EachOneAloneIsNamedWithItsLine) {
  const std::string chain = ledger::chain_file(folder(), writer_).chain_path;
  const std::string bodies = ledger::chain_file(folder(), writer_).bodies_path;
  const std::string chain_before = base::read_file(chain), bodies_before = base::read_file(bodies);
  const auto line = std::count(chain_before.begin(), chain_before.end(), '\n') + 1;
  const Entries entries = spoilt_bodies(false);
  for (std::size_t at = 0; at < entries.size(); at += 37) {
    ledger::forge(folder(), writer_, {entries[at]});
    EXPECT_EQ(session_.run(add_verify, {"verify", folder()}), 74) << entries[at].second;
    EXPECT_NE(
        session_.output.find("line " + std::to_string(line) + ": this body counts for nothing"),
        std::string::npos)
        << entries[at].second << session_.output;
    base::write_file_whole(chain, chain_before);
    base::write_file_whole(bodies, bodies_before);
  }
}

TEST_F(HostileBodies, NoCommandTakesThemForAMistakeOfItsOwn) {
  ledger::forge(folder(), writer_, spoilt_bodies(true));
  const std::string other = session_.scratch() / "other";
  std::filesystem::copy(folder(), other, std::filesystem::copy_options::recursive);
  ledger::forge(other, writer_, spoilt_bodies(false));
  const std::string letter = session_.scratch().write("b.txt", "another letter");
  const std::vector<std::pair<AddCommand, std::vector<std::string>>> commands = {
      {add_merge, {"merge", other, folder()}},  // first: our own later lines would be a fork
      {add_verify, {"verify", folder()}},
      {add_verify, {"verify", folder(), "--json"}},
      {add_search, {"search", "square", "--in", folder()}},
      {add_search, {"search", "a", "--limit", "100000", "--in", folder()}},
      {add_search, {"search", "a", "--json", "--limit", "100000", "--in", folder()}},
      {add_documents_command, {"documents", folder()}},
      {add_documents_command, {"documents", folder(), "--json"}},
      {add_documents_command,
       {"documents", folder(), "--export", session_.scratch() / "exported", "--with-sealed"}},
      {add_ask, {"ask", "timeline", "--in", folder()}},
      {add_ask, {"ask", "sources", "--of", "event:1", "--in", folder()}},
      {add_ask, {"ask", "acts", "--in", folder()}},
      {add_ask, {"ask", "claims", "--in", folder()}},
      {add_ask, {"ask", "demands", "--in", folder()}},
      {add_ingest, {"ingest", folder()}},
      {add_link, {"link", folder()}},
      {add_estimate, {"estimate", folder()}},
      {add_publish, {"publish", folder(), "--dry-run"}},
      {add_publish, {"publish", folder(), "--out", session_.scratch() / "out"}},
      {add_run, {"run", folder()}},
      {add_decide, {"decide", folder(), "different", "morgue:18", "hospital:203"}},
      {add_say, {"say", "event:1", "place", "Elsewhere", "--in", folder()}},
      {add_add, {"add", letter, "--in", folder()}},
      {add_retract, {"retract", retractable_, "--reason", "a slip", "--in", folder()}},
      {add_erase, {"erase", retractable_, "--reason", "a test", "--in", folder()}},
      {add_checkpoint, {"checkpoint", folder()}},
      {add_key, {"key", folder()}},
      {add_verify, {"verify", folder(), "--repeat"}},
      {add_key, {"key", folder(), "--new"}}};
  for (const auto& [command, arguments] : commands) {
    const int code = session_.run(command, arguments);
    EXPECT_NE(code, 70) << testing::PrintToString(arguments) << session_.error;
    // Bodies of the wrong form hinder nobody; one that fits may name a document that is not here,
    // and then nothing is exported.
    const bool reads = arguments[0] != "verify" &&
                       std::find(arguments.begin(), arguments.end(), "--export") == arguments.end();
    EXPECT_TRUE(!reads || code == 0 || code == 66 || code == 75)
        << code << " " << testing::PrintToString(arguments) << session_.error;
  }
}

TEST_F(HostileBodies, LinesThatAreNoLedgersAreRefusedAndNothingCrashes) {
  const std::string hash(64, 'a');
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const std::string path = ledger::chain_file(folder(), writer_).bodies_path;
  const std::string before = base::read_file(path);
  for (const std::string& line :
       {std::string(100'000, '['), deep,
        R"({"body":{"a":)" + deep + R"(},"salt":")" + hash + R"(","seq":9})",
        R"({"body":{"a":1,"a":2},"salt":")" + hash + R"(","seq":9})",
        R"({"body":{"a":"\ud800"},"salt":")" + hash + R"(","seq":9})",
        "{\"body\":{\"a\":\"\xFF\xFE\"},\"salt\":\"" + hash + "\",\"seq\":9}",
        R"({"body":{"a":1e999},"salt":")" + hash + R"(","seq":9})",
        R"({"body":{},"salt":")" + hash + R"(","seq":99999999999999999999})",
        std::string("\0\0\0", 3)}) {
    base::write_file_whole(path, before + line + "\n");
    EXPECT_EQ(session_.run(add_verify, {"verify", folder()}), 74) << line.substr(0, 80);
    for (const AddCommand command : {add_search, add_documents_command, add_ingest}) {
      const std::string name = command == add_search   ? "search"
                               : command == add_ingest ? "ingest"
                                                       : "documents";
      const int code = command == add_search
                           ? session_.run(command, {name, "square", "--in", folder()})
                           : session_.run(command, {name, folder()});
      EXPECT_NE(code, 70) << name << line.substr(0, 80) << session_.error;
    }
  }
}

}  // namespace sanaq::cli
