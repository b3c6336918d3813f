#include "sanaq/cli/ledger_session.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/cli/estimate_command.h"
#include "sanaq/cli/ingest_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/run_command.h"
#include "sanaq/ledger/anchor.h"

namespace sanaq::cli {

TEST(LedgerSession, SaysWhatWasPutRightWhenTheLedgerWasOpened) {
  ASession session;
  base::Catalog catalog;
  base::Progress progress;
  std::string noted;
  Context context{catalog, progress, [](std::string_view) {},
                  [&](std::string_view text) { noted += text; }};
  std::string path;
  {
    ledger::Writer writer = open_ledger(session.folder(), "A. Tester", context);
    EXPECT_EQ(writer.key().name(), "A. Tester");
    const ledger::Entry entry =
        writer.append("statement", {{"subject", "event:1"}, {"property", "dead"}, {"value", "11"}});
    EXPECT_EQ(short_place(entry), writer.id().substr(0, 8) + ":3");
    path = ledger::chain_file(session.folder(), writer.id()).chain_path;
  }
  EXPECT_NE(noted.find("signed by a new key in"), std::string::npos) << noted;
  noted.clear();
  const std::string text = base::read_file(path);
  // Cut short in the middle: it was never acknowledged, and the key store knows of none.
  ledger::remove_anchor(session.folder());
  session.scratch().write("case/ledger/" + base::file_name(path), text.substr(0, text.size() - 10));
  (void)open_ledger(session.folder(), "", context);
  EXPECT_NE(noted.find("line 3"), std::string::npos) << noted;
}

TEST(LedgerSession, EveryCommandThatWritesSaysWhatAKilledOneHadLeft) {
  ASession session;
  session.with_lists();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  const std::string left = "review.csv.unfinished-" + std::to_string(child);
  const std::vector<std::pair<AddCommand, std::string>> commands = {{add_ingest, "ingest"},
                                                                    {add_link, "link"},
                                                                    {add_estimate, "estimate"},
                                                                    {add_run, "run"},
                                                                    {add_publish, "publish"}};
  for (const auto& [command, name] : commands) {
    session.scratch().write("case/" + left, "half of it");
    (void)session.run(command, {name, session.folder(), "--language", "en"});
    EXPECT_NE(session.error.find(left), std::string::npos) << name << ": " << session.error;
    EXPECT_FALSE(base::file_exists(session.folder() + "/" + left)) << name;
  }
}

TEST(LedgerSession, WhatCannotBeEnteredIsSaidAndIsNoError) {
  ASession session;
  session.with_lists();
  // A file where the folder of keys should be.
  ::setenv("SANAQ_KEYS", session.scratch().write("keys", "no folder").c_str(), 1);
  EXPECT_EQ(session.run(add_ingest, {"ingest", session.folder(), "--language", "en"}), 0);
  EXPECT_NE(session.error.find("done, but not yet entered in the ledger"), std::string::npos)
      << session.error;
  ::setenv("SANAQ_KEYS", (session.scratch() / "better").c_str(), 1);
  EXPECT_EQ(session.run(add_ingest, {"ingest", session.folder(), "--language", "en"}), 0);
  ASSERT_EQ(ledger::runs(session.folder()).size(), 1U);
  EXPECT_EQ(ledger::runs(session.folder())[0].verb, "ingest");
}

}  // namespace sanaq::cli
