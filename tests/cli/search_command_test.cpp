#include "sanaq/cli/search_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/ingest_command.h"
#include "sanaq/cli/say_command.h"

namespace sanaq::cli {

TEST(SearchCommand, ALatinSpellingFindsACyrillicName) {
  ASession session;
  const std::string folder = session.folder();
  ASSERT_EQ(session.run(add_say, {"say", "person:1", "name", "Құрманов Серік", "--in", folder}), 0);
  ASSERT_EQ(session.run(add_say, {"say", "person:2", "name", "Иванов Сергей", "--in", folder}), 0);
  for (const char* name : {"Kurmanov", "Qurmanov", "Курманов", "құрм", "kurmanov serik"}) {
    EXPECT_EQ(session.run(add_search, {"search", name, "--in", folder, "--json"}), 0)
        << session.error;
    const auto found = nlohmann::json::parse(session.output);
    ASSERT_EQ(found.size(), 1U) << name;
    EXPECT_EQ(found[0].at("body").at("subject"), "person:1");
  }
  EXPECT_EQ(session.run(add_search, {"search", "Ivanov", "--in", folder}), 0);
  EXPECT_NE(session.output.find("value: Иванов Сергей"), std::string::npos) << session.output;
  EXPECT_EQ(session.run(add_search, {"search", "Petrov", "--in", folder, "--language", "en"}), 0);
  EXPECT_EQ(session.output, "nothing was found\n");
}

TEST(SearchCommand, WithoutALedgerItSaysWhatToDo) {
  ASession session;
  EXPECT_EQ(session.run(add_search, {"search", "x", "--in", session.folder()}), 66);
  EXPECT_EQ(session.run(add_search, {"search", "x", "--limit", "0"}), 64);
}

TEST(SearchCommand, RecordsAreFoundByTwoLettersInAnyScriptWithoutALedger) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  for (const char* typed : {"ta", "Та", "tanb", "aib tan"}) {
    EXPECT_EQ(session.run(add_search, {"search", "--records", typed, "--in", folder, "--json"}), 0)
        << session.error;
    const auto found = nlohmann::json::parse(session.output);
    EXPECT_EQ(found["count"], 2) << typed;
    ASSERT_EQ(found["records"].size(), 2U);
    EXPECT_EQ(found["records"][0]["name"], "Aibar Tanbaev");
    EXPECT_EQ(found["records"][0]["record"], "morgue:17");
    EXPECT_EQ(found["records"][0]["cells"]["birth"], "1970-02-03");
  }
  EXPECT_EQ(session.run(add_search, {"search", "--records", "tanb", "--in", folder, "--limit", "1",
                                     "--language", "en"}),
            0);
  EXPECT_EQ(
      session.output,
      "morgue:17 Aibar Tanbaev (birth 1970-02-03)\nthese are 1 of 2; type more of the name\n");
  EXPECT_EQ(
      session.run(add_search, {"search", "--records", "zz", "--in", folder, "--language", "en"}),
      0);
  EXPECT_EQ(session.output, "nothing was found\n");
  EXPECT_EQ(session.run(add_search, {"search", "--records", "x", "--in", folder + "/none"}), 66);
}

// The canary: no file below .sanaq has a name that was taken away, in each way of taking it away.
TEST(SearchCommand, ANameThatWasTakenAwayIsInNoFileBelowTheCache) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  const auto search = [&](const char* typed) {
    EXPECT_EQ(session.run(add_search, {"search", "--records", typed, "--in", folder}), 0)
        << session.error;
  };
  const auto files_with = [&](const std::string& word) {
    std::vector<std::string> found;
    for (const base::TreeEntry& entry : base::walk_tree(folder + "/.sanaq")) {
      if (entry.kind == base::PathKind::file &&
          base::read_file(folder + "/.sanaq/" + entry.path).find(word) != std::string::npos)
        found.push_back(entry.path);
    }
    return found;
  };
  const std::string settings = base::read_file(folder + "/investigation.toml");
  session.scratch().write("case/lists/morgue.csv", "id,name\n17,Zqxabar Tanbaev\n18,Other Man\n");
  search("zqx");
  ASSERT_EQ(files_with("qxabar"), std::vector<std::string>{"records.sqlite"});
  // A cell that was corrected, and a list that was taken out.
  session.scratch().write("case/lists/morgue.csv", "id,name\n17,Aibar Tanbaev\n18,Other Man\n");
  ASSERT_EQ(session.run(add_ingest, {"ingest", folder}), 0) << session.error;
  EXPECT_TRUE(files_with("qxabar").empty());
  session.scratch().write("case/lists/union.csv", "name,birth\nZqxabar Alibek,1977-01-02\n");
  search("zqx");
  ASSERT_EQ(files_with("qxabar").size(), 1U);
  const std::string with_union = "[[list]]\nname = \"union\"\nfile = \"union.csv\"\n";
  std::string without = settings;
  without.erase(without.find(with_union), with_union.size());
  session.scratch().write("case/investigation.toml", without);
  ASSERT_EQ(session.run(add_ingest, {"ingest", folder}), 0) << session.error;
  EXPECT_TRUE(files_with("qxabar").empty());
  // What was said of somebody and is erased: the index goes, whatever it has.
  session.scratch().write("case/investigation.toml", settings);
  ASSERT_EQ(session.run(add_say, {"say", "person:1", "note", "a secret", "--in", folder}), 0);
  const std::string entry = session.entered();
  search("zqx");
  ASSERT_EQ(files_with("qxabar").size(), 1U);
  ASSERT_EQ(session.run(add_erase, {"erase", entry, "--reason", "a witness", "--in", folder}), 0)
      << session.error;
  EXPECT_TRUE(files_with("qxabar").empty());
}

}  // namespace sanaq::cli
