#include "sanaq/cli/settings_command.h"

#include <gtest/gtest.h>

#include "cli/a_session.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {
namespace {

std::string settings_of(const ASession& session) {
  return base::read_file(session.folder() + "/investigation.toml");
}

TEST(SettingsCommand, ChangesAValueOnItsLineAndSaysWhatItWas) {
  ASession session;
  session.with_lists();
  const std::string before = settings_of(session);
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder(), "estimate.method", "lcm"}), 0)
      << session.error;
  EXPECT_NE(session.output.find("estimate.method = \"lcm\"; it was \"chao\""), std::string::npos);
  EXPECT_NE(session.output.find("settings:1"), std::string::npos);
  std::string wanted = before;
  wanted.replace(wanted.find("\"chao\""), 6, "\"lcm\"");
  EXPECT_EQ(settings_of(session), wanted);
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder(), "--list", "morgue", "public",
                                       "name, birth"}),
            0)
      << session.error;
  EXPECT_NE(settings_of(session).find("public = [\"name\", \"birth\"]\n[[list]]\nname = \"hosp"),
            std::string::npos)
      << settings_of(session);
  EXPECT_EQ(session.run(add_settings,
                        {"settings", session.folder(), "--unset", "--list", "morgue", "public"}),
            0);
  EXPECT_EQ(settings_of(session), wanted);
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder(), "estimate.method", "lcm"}), 0);
  EXPECT_NE(session.output.find("already"), std::string::npos);
}

TEST(SettingsCommand, ShowsOneValueOrAll) {
  ASession session;
  session.with_lists();
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder(), "title"}), 0);
  EXPECT_EQ(session.output, "title = \"A test\"\n");
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder(), "link.threshold"}), 0);
  EXPECT_NE(session.output.find("link.threshold = 0.5 (not in the file"), std::string::npos);
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder()}), 0);
  EXPECT_NE(session.output.find("list.morgue.file = \"morgue.csv\"\n"), std::string::npos);
  EXPECT_EQ(session.run(add_settings, {"settings", session.folder(), "--list", "union"}), 0);
  EXPECT_EQ(session.output, "list.union.name = \"union\"\nlist.union.file = \"union.csv\"\n");
}

TEST(SettingsCommand, WhatCannotBeLeavesTheFileAsItWas) {
  ASession session;
  session.with_lists();
  const std::string before = settings_of(session);
  const auto code = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "settings");
    return session.run(add_settings, words);
  };
  EXPECT_EQ(code({session.folder(), "link.threshold", "7"}), 65);
  EXPECT_EQ(code({session.folder(), "link.treshold", "0.5"}), 65);
  EXPECT_EQ(code({session.folder(), "link.treshold"}), 64);
  EXPECT_EQ(code({session.folder(), "list.hospitl.public", "name"}), 66);
  EXPECT_EQ(code({session.folder() + "/none", "title", "x"}), 66);
  EXPECT_EQ(code({session.folder(), "title", "x", "y"}), 64);
  EXPECT_EQ(code({session.folder(), "--unset"}), 64);
  EXPECT_EQ(code({session.folder(), "--unset", "title", "x"}), 64);
  EXPECT_EQ(code({session.folder(), "--unset", "about"}), 66);
  EXPECT_EQ(code({session.folder(), "a..b", "x"}), 64);
  EXPECT_EQ(settings_of(session), before);
  EXPECT_FALSE(base::folder_exists(session.folder() + "/.sanaq/settings"));
}

}  // namespace
}  // namespace sanaq::cli
