#include "sanaq/cli/publish_command.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <map>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/cli/witness_command.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::cli {

TEST(PublishCommand, WritesTheSiteWhereAsked) {
  const help::Scratch scratch;
  const Ended ended = run_the_program(
      add_publish, {"publish", help::small_investigation(scratch), "--out", scratch / "elsewhere"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_TRUE(base::file_exists(scratch / "elsewhere/index.html"));
}

TEST(PublishCommand, ADryRunSaysWhatWouldLeaveAndWritesNothing) {
  const help::Scratch scratch;
  const Ended ended = run_the_program(
      add_publish, {"publish", help::small_investigation(scratch, "[scope]\nstatus = \"dead\"\n"),
                    "--out", scratch / "elsewhere", "--dry-run"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE((ended.output + ended.error).find("hospital"), std::string::npos);
  EXPECT_FALSE(base::file_exists(scratch / "elsewhere/index.html"));
}

// As somebody who wants our hands to do it for him.
class PublishWalls : public testing::Test {
 protected:
  PublishWalls() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  [[nodiscard]] Ended publish(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"publish", folder_});
    return run_the_program(add_publish, more);
  }
  [[nodiscard]] std::map<std::string, std::string> everything() const {
    std::map<std::string, std::string> all;
    for (const base::TreeEntry& entry : base::walk_tree(scratch_.path())) {
      if (entry.kind == base::PathKind::file && entry.path.find(".sanaq/") == std::string::npos)
        all[entry.path] = base::read_file(scratch_ / entry.path);
    }
    return all;
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
};

TEST_F(PublishWalls, NoStrangersFolderIsTouched) {
  scratch_.write("thesis/chapter.txt", "mine");
  scratch_.write("home/.profile", "mine");
  std::filesystem::create_directory_symlink(scratch_ / "home", scratch_ / "link");
  std::filesystem::create_directory_symlink(folder_, scratch_ / "link-to-town");
  (void)run_the_program(add_publish, {"publish", folder_});
  const auto before = everything();
  for (const std::string& out :
       {scratch_ / "thesis", scratch_ / "home", scratch_ / "link", scratch_ / "link-to-town",
        scratch_ / "link-to-town/.", folder_, folder_ + "/lists", folder_ + "/ledger",
        folder_ + "/evidence/site", scratch_.path(), scratch_ / "town/..",
        scratch_ / "thesis/chapter.txt"}) {
    const Ended ended = publish({"--out", out});
    EXPECT_EQ(ended.code, 64) << out << ended.error;
  }
  EXPECT_EQ(everything(), before);
}

TEST_F(PublishWalls, WhatSomebodyDidInTheSiteIsSaidAndNothingIsLost) {
  ASSERT_EQ(publish().code, 0);
  scratch_.write("town/site/thesis.txt", "mine");
  scratch_.write("town/site/index.html", "changed by hand");
  std::filesystem::remove(folder_ + "/site/method.html");
  const Ended ended = publish();
  EXPECT_EQ(ended.code, 0) << ended.error;
  for (const char* part :
       {"thesis.txt: sanaq did not publish this", "index.html: this was not what was published",
        "method.html: this was missing"})
    EXPECT_NE(ended.error.find(part), std::string::npos) << ended.error;
  EXPECT_EQ(base::read_file(folder_ + "/site/thesis.txt"), "mine");
  EXPECT_NE(base::read_file(folder_ + "/site/index.html"), "changed by hand");
  EXPECT_TRUE(base::file_exists(folder_ + "/site/method.html"));
  EXPECT_EQ(base::read_file(folder_ + "/.sanaq/aside/" + base::today() + "/site/index.html"),
            "changed by hand");
}

TEST_F(PublishWalls, AFolderThatTheUserCallsSiteIsRenamedAndNotLost) {
  scratch_.write("town/site/thesis.txt", "mine");
  const Ended ended = publish();
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.error.find("still holds what was public then"), std::string::npos) << ended.error;
  EXPECT_EQ(base::read_file(folder_ + "/site.before-" + base::today() + "/thesis.txt"), "mine");
}

TEST_F(PublishWalls, ASiteWithoutItsMarkIsOursWhereTheLedgerSaysSo) {
  ASSERT_EQ(publish().code, 0);
  std::filesystem::remove(folder_ + "/site/" + publish::mark_file);
  const Ended ended = publish();
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_FALSE(base::folder_exists(folder_ + "/site.before-" + base::today()));
}

TEST_F(PublishWalls, ThePublicationIsEnteredOnce) {
  ASSERT_EQ(publish().code, 0);
  ASSERT_EQ(publish().code, 0);
  ASSERT_EQ(publish({"--out", scratch_ / "elsewhere"}).code, 0);
  const auto entered = ledger::publications(folder_);
  ASSERT_EQ(entered.size(), 2U);
  EXPECT_EQ(entered[0].site, "site");
  EXPECT_EQ(entered[0].mark, base::sha256_of_file(folder_ + "/site/" + publish::mark_file));
  EXPECT_EQ(entered[1].site, "");
}

TEST_F(PublishWalls, WithoutAKeyTheSiteIsPublishedAndThatIsSaid) {
  scratch_.write("keys", "a file where the folder of keys should be");
  const Ended ended = publish();
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_NE(ended.error.find("not yet entered in the ledger"), std::string::npos) << ended.error;
  EXPECT_TRUE(base::file_exists(folder_ + "/site/index.html"));
}

TEST_F(PublishWalls, AnotherInvestigationsSiteIsNotReplaced) {
  (void)help::small_investigation(scratch_, "[scope]\nstatus = \"dead\"\n");
  ASSERT_EQ(publish({"--out", scratch_ / "out", "--yes"}).code, 0);
  ASSERT_EQ(publish({"--out", scratch_ / "out"}).code, 0);  // its own it may replace
  std::filesystem::rename(folder_, scratch_ / "first");
  (void)help::small_investigation(scratch_, "[scope]\nstatus = \"dead\"\n");
  std::filesystem::remove_all(scratch_ / "keys");
  const std::string page = base::read_file(scratch_ / "out/index.html");
  const Ended ended = publish({"--out", scratch_ / "out"});
  EXPECT_EQ(ended.code, 64) << ended.error;
  EXPECT_NE(ended.error.find("never published"), std::string::npos) << ended.error;
  EXPECT_EQ(base::read_file(scratch_ / "out/index.html"), page);
  // In the place of its own site such a one steps aside.
  std::filesystem::rename(scratch_ / "out", folder_ + "/site");
  ASSERT_EQ(publish({"--yes"}).code, 0);
  EXPECT_EQ(base::read_file(folder_ + "/site.before-" + base::today() + "/index.html"), page);
}

TEST_F(PublishWalls, LinesOfWitnessesComeBackIntoTheSiteAndStayWhileItIsTheSame) {
  ASSERT_EQ(publish({"--yes"}).code, 0);
  const std::string site = folder_ + "/site", copy = scratch_ / "copy", key = scratch_ / "w.key";
  std::filesystem::copy(site, copy, std::filesystem::copy_options::recursive);
  const Ended witnessed =
      run_the_program(add_witness, {"witness", copy, "--key", key, "--new", "w.example"});
  ASSERT_EQ(witnessed.code, 0) << witnessed.error;
  const std::size_t end = witnessed.output.find('\n');
  const std::string vkey = witnessed.output.substr(0, end);
  scratch_.write("lines.txt", witnessed.output.substr(end + 1));
  scratch_.write("broken.txt", witnessed.output.substr(end + 1) + "rubbish\n");
  const std::string lines = scratch_ / "lines.txt";
  const auto is_witnessed = [&] {
    return run_the_program(add_verify, {"verify", site, "--witness", vkey}).code == 0;
  };
  EXPECT_FALSE(is_witnessed());
  EXPECT_EQ(publish({"--witness", vkey}).code, 64);
  EXPECT_EQ(publish({"--cosignatures", lines, "--dry-run"}).code, 64);
  EXPECT_EQ(publish({"--cosignatures", lines, "--witness", "rubbish"}).code, 64);
  EXPECT_EQ(publish({"--cosignatures", scratch_ / "nothing.txt"}).code, 66);
  const Ended broken = publish({"--cosignatures", scratch_ / "broken.txt"});
  EXPECT_EQ(broken.code, 65);
  EXPECT_NE(broken.error.find("row 2"), std::string::npos) << broken.error;
  EXPECT_FALSE(is_witnessed());
  const Ended taken = publish({"--cosignatures", lines, "--witness", vkey});
  ASSERT_EQ(taken.code, 0) << taken.error;
  EXPECT_TRUE(is_witnessed());
  ASSERT_EQ(publish().code, 0);
  EXPECT_TRUE(is_witnessed()) << "with nothing changed it stays";
  std::filesystem::remove_all(site);
  ASSERT_EQ(publish({"--yes"}).code, 0);
  EXPECT_TRUE(is_witnessed()) << "the folder keeps it";
  ASSERT_EQ(run_the_program(add_verify, {"verify", folder_}).code, 0);

  scratch_.write(
      "town/claims.csv",
      "claim,what,min,max,asserted_by,source\noffice,dead,4,4,An invented office,a sheet\n");
  const Ended late = publish({"--yes", "--cosignatures", lines, "--witness", vkey});
  EXPECT_EQ(late.code, 75) << late.error;
  ASSERT_EQ(publish({"--yes"}).code, 0);
  EXPECT_FALSE(is_witnessed());
  const Ended stale = publish({"--cosignatures", lines, "--witness", vkey});
  EXPECT_EQ(stale.code, 65) << stale.error;
  EXPECT_NE(stale.error.find("row 1"), std::string::npos) << stale.error;
}

TEST_F(PublishWalls, TheFirstDryRunShowsThePagesThatLeadToTheLog) {
  const Ended dry = publish({"--dry-run"});
  ASSERT_EQ(dry.code, 0) << dry.error;
  ASSERT_EQ(publish({"--yes"}).code, 0);
  ASSERT_TRUE(base::file_exists(folder_ + "/site/log/checkpoint"));
  const Ended after = publish({"--dry-run"});
  const auto pages = [](const std::string& output) {
    const std::size_t at = output.find(" pages would be written");
    return output.substr(output.rfind('\n', at) + 1, at);
  };
  EXPECT_EQ(pages(dry.output), pages(after.output)) << dry.output << after.output;
}

TEST_F(PublishWalls, ADryRunNamesPersonsStatementsAndDocuments) {
  const std::string dead = "[scope]\nstatus = \"dead\"\n";
  (void)help::small_investigation(scratch_, dead);
  ASSERT_EQ(publish({"--yes"}).code, 0);
  std::string settings = base::read_file(folder_ + "/investigation.toml");
  const std::string one = "file = \"morgue.csv\"\n";
  settings.insert(settings.find(one) + one.size(), "public = [\"birth\"]\n");
  scratch_.write("town/investigation.toml", settings);
  scratch_.write(
      "town/claims.csv",
      "claim,what,min,max,asserted_by,source\noffice,dead,4,4,An invented office,another "
      "sheet\n");
  const auto before = everything();
  const Ended ended = publish({"--dry-run"});
  EXPECT_EQ(ended.code, 0) << ended.error;
  for (const char* part : {"newly public", "1970-02-03", "changed", "claim:office", "3 → 4",
                           "another sheet", "gone", "a sheet"})
    EXPECT_NE(ended.output.find(part), std::string::npos) << part << ended.output;
  auto after = everything();
  std::erase_if(after, [](const auto& file) {
    // What was counted for it is entered.
    return file.first.starts_with("town/ledger/") ||
           file.first.starts_with("town/lists/.versions") || file.first.starts_with("keys/");
  });
  for (const auto& [path, bytes] : after) {
    if (before.contains(path)) EXPECT_EQ(before.at(path), bytes) << path;
  }
}

}  // namespace sanaq::cli
