#include "sanaq/investigation/kept_files.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "help/small_investigation.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

TEST(KeptFiles, AreTheSettingsTheTablesAndWhatElseIsReadButNoList) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  scratch.write("town/vocabulary.csv", "table,code,en,ru,kk\nMT4,019999,a word,слово,сөз\n");
  base::Progress silent;
  const base::Catalog english;
  const Outcome outcome = ingest_lists(folder, {silent, english});
  std::vector<std::string> said;
  for (const ledger::TableVersion& table : table_versions(outcome)) {
    said.push_back(table.kind + " " + table.table);
    EXPECT_EQ(base::sha256_of_file(folder + "/" + table.table), table.sha256);
    const std::string ending = table.table.substr(table.table.rfind('.'));
    EXPECT_EQ(base::sha256_of_file(folder + "/lists/.versions/" + table.sha256 + ending),
              table.sha256);
  }
  std::sort(said.begin(), said.end());
  EXPECT_EQ(said, (std::vector<std::string>{"claim claims.csv", "settings investigation.toml",
                                            "vocabulary vocabulary.csv"}));
}

}  // namespace sanaq::investigation
