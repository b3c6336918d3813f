#include "sanaq/investigation/settings_changes.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

const std::string first_text = "# Ours.\ntitle = \"A\" # x\n\n[link]\nthreshold = 0.5\n";

struct AFolder {
  AFolder() {
    ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
    scratch.write("case/investigation.toml", first_text);
  }
  [[nodiscard]] std::string path() const { return scratch / "case"; }
  [[nodiscard]] std::string toml() const { return base::read_file(path() + "/investigation.toml"); }
  help::Scratch scratch;
};

base::Kind kind_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const base::Error& error) {
    return error.kind();
  }
  return base::Kind::bug;
}

TEST(SettingsChanges, ASaveKeepsTheFileBeforeItForItsOwnerAlone) {
  const AFolder folder;
  const SettingsSave save = set_typed(folder.path(), {"title"}, "B");
  EXPECT_EQ(save.number, 1);
  EXPECT_EQ(save.was, "\"A\"");
  EXPECT_EQ(save.now, "\"B\"");
  const std::string kept = folder.path() + "/.sanaq/settings/000001.toml";
  EXPECT_EQ(base::read_file(kept), first_text);
  struct stat status {};
  ASSERT_EQ(::stat(kept.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(set_typed(folder.path(), {"title"}, "B").number, 0);  // it is so already
  EXPECT_EQ(settings_saves(folder.path()).size(), 1U);
}

TEST(SettingsChanges, AFileThatSomebodyWroteMeanwhileIsLeftAlone) {
  const AFolder folder;
  const SettingsFile read = read_settings(folder.path());
  folder.scratch.write("case/investigation.toml", "title = \"Another\"\n");
  EXPECT_EQ(kind_of([&] { (void)save_settings(read, folder.path(), "title = \"B\"\n", "title"); }),
            base::Kind::conflict);
  EXPECT_EQ(kind_of([&] { (void)set_typed(folder.path(), {"title"}, "B", read.digest); }),
            base::Kind::conflict);
  EXPECT_EQ(folder.toml(), "title = \"Another\"\n");
  EXPECT_TRUE(settings_saves(folder.path()).empty());
}

TEST(SettingsChanges, EachStepIsTakenBackToTheByte) {
  const AFolder folder;
  std::vector<std::string> texts = {folder.toml()};
  for (const char* title : {"B", "C", "D"}) {
    (void)set_typed(folder.path(), {"title"}, title);
    texts.push_back(folder.toml());
  }
  // The second is not the last any more.
  EXPECT_EQ(kind_of([&] { (void)undo_settings(folder.path(), 2); }), base::Kind::conflict);
  EXPECT_EQ(undo_settings(folder.path(), 3).undoes, 3);
  EXPECT_EQ(folder.toml(), texts[2]);
  (void)undo_settings(folder.path(), 2);
  EXPECT_EQ(folder.toml(), texts[1]);
  (void)undo_settings(folder.path(), 1);
  EXPECT_EQ(folder.toml(), texts[0]);
  EXPECT_EQ(kind_of([&] { (void)undo_settings(folder.path(), 9); }), base::Kind::not_found);
}

TEST(SettingsChanges, TheLastTwentyAreKept) {
  const AFolder folder;
  for (int at = 0; at < 25; ++at)
    (void)set_typed(folder.path(), {"title"}, "Title " + std::to_string(at));
  const std::vector<SettingsSave> saves = settings_saves(folder.path());
  ASSERT_EQ(saves.size(), settings_kept);
  EXPECT_EQ(saves.front().number, 6);
  EXPECT_EQ(base::list_folder(folder.path() + "/.sanaq/settings").size(), 2 * settings_kept + 1);
}

TEST(SettingsChanges, ASaveThatWasCutShortDidNotHappen) {
  const AFolder folder;
  (void)set_typed(folder.path(), {"title"}, "B");
  folder.scratch.write("case/investigation.toml", first_text);  // the last write is missing
  EXPECT_TRUE(settings_saves(folder.path()).empty());
  (void)set_typed(folder.path(), {"title"}, "C");
  ASSERT_EQ(settings_saves(folder.path()).size(), 2U);
  (void)undo_settings(folder.path(), 2);
  EXPECT_EQ(folder.toml(), first_text);
}

TEST(SettingsChanges, WhatIsDamagedThereIsNotUsed) {
  const AFolder folder;
  (void)set_typed(folder.path(), {"title"}, "B");
  (void)set_typed(folder.path(), {"title"}, "C");
  (void)set_typed(folder.path(), {"title"}, "D");
  folder.scratch.write("case/.sanaq/settings/000001.toml", "title = \"planted\"\n");
  folder.scratch.write("case/.sanaq/settings/000002.json", "[[[");
  folder.scratch.write("case/.sanaq/settings/x.json", "{}");
  const std::vector<SettingsSave> saves = settings_saves(folder.path());
  ASSERT_EQ(saves.size(), 1U);
  EXPECT_EQ(saves[0].number, 3);
}

TEST(SettingsChanges, ALinkInThePlaceOfTheFileIsRefused) {
  const AFolder folder;
  folder.scratch.write("elsewhere.toml", first_text);
  base::remove_file(folder.path() + "/investigation.toml");
  ASSERT_EQ(::symlink((folder.scratch / "elsewhere.toml").c_str(),
                      (folder.path() + "/investigation.toml").c_str()),
            0);
  EXPECT_EQ(kind_of([&] { (void)set_typed(folder.path(), {"title"}, "B"); }),
            base::Kind::bad_input);
  EXPECT_EQ(base::read_file(folder.scratch / "elsewhere.toml"), first_text);
  EXPECT_EQ(kind_of([&] { (void)read_settings(folder.scratch / "nothing"); }),
            base::Kind::not_found);
}

}  // namespace
}  // namespace sanaq::investigation
