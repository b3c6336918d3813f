#include "sanaq/cli/ask_file.h"

#include <gtest/gtest.h>

#include "cli/a_case.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {

TEST(AskFile, WhatIsWrittenCanBeReadAsACaseFileAgain) {
  const ACase a;
  const std::string ftm = a.scratch() / "again/case.json", csv = a.scratch() / "csv";
  base::make_folder(a.scratch() / "again");
  ASSERT_EQ(a.ask({"file", "--ftm", ftm, "--csv", csv}).code, 0);
  EXPECT_TRUE(base::file_exists(csv + "/custody.csv"));
  a.scratch().write("again/investigation.toml",
                    "title = \"Again\"\n[scope]\nwhat = \"deaths\"\n[[table]]\nkind = "
                    "\"followthemoney\"\nfile = \"case.json\"\n");
  for (const std::vector<std::string>& question :
       {std::vector<std::string>{"ask", "still-held", "--on", "2014-12-16"},
        {"ask", "acts", "--by", "type"},
        {"ask", "aid"},
        {"ask", "trials"}}) {
    auto first = question, second = question;
    first.insert(first.end(), {"--json", "--in", a.folder()});
    second.insert(second.end(), {"--json", "--in", a.scratch() / "again"});
    EXPECT_EQ(run_the_program(add_ask, first).output, run_the_program(add_ask, second).output);
  }
  EXPECT_EQ(a.ask({"file"}).code, 64);
}

TEST(AskFile, NoFileThatIsNotOursIsReplaced) {
  const ACase a;
  const std::string thesis = a.scratch().write("thesis.json", "mine");
  const std::string table = a.scratch().write("csv/custody.csv", "custody;my own columns\n");
  EXPECT_EQ(a.ask({"file", "--ftm", thesis}).code, 64);
  EXPECT_EQ(a.ask({"file", "--csv", a.scratch() / "csv"}).code, 64);
  EXPECT_EQ(a.ask({"file", "--csv", a.folder() + "/ledger"}).code, 64);
  EXPECT_EQ(a.ask({"file", "--csv", thesis}).code, 64);
  EXPECT_EQ(a.ask({"command", "--of", "unit", "--svg", thesis}).code, 64);
  EXPECT_EQ(base::read_file(thesis), "mine");
  EXPECT_EQ(base::read_file(table), "custody;my own columns\n");
  EXPECT_EQ(base::list_folder(a.scratch() / "csv").size(), 1U);
  const std::vector<std::string> forced = {"file",   "--ftm", thesis, "--csv", a.scratch() / "csv",
                                           "--force"};
  EXPECT_EQ(a.ask(forced).code, 0);
  EXPECT_EQ(a.ask({"file", "--ftm", thesis, "--csv", a.scratch() / "csv"}).code, 0);
}

}  // namespace sanaq::cli
