#include "sanaq/cli/undo_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/decide_command.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/mend_command.h"
#include "sanaq/cli/review_command.h"
#include "sanaq/cli/settings_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// A decision, a setting, a mending: each named in its words, each taken back, down to nothing.
TEST(UndoCommand, AStoryOfChangesIsTakenBackStepByStep) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  const std::string settings = base::read_file(folder + "/investigation.toml");
  ASSERT_EQ(session.run(add_decide, {"decide", folder, "same", "morgue:17", "hospital:203"}), 0)
      << session.error;
  ASSERT_EQ(session.run(add_settings, {"settings", folder, "link.threshold", "0.7"}), 0);
  ASSERT_EQ(session.run(add_mend, {"mend", folder, "morgue:17", "birth", "1971", "--reason", "x"}),
            0)
      << session.error;
  // The mending brings the decision up again.
  ASSERT_EQ(session.run(add_review, {"review", folder}), 0) << session.error;
  EXPECT_TRUE(says(session.output, "decisions to look at again: 1")) << session.output;

  ASSERT_EQ(session.run(add_undo, {"undo", folder, "--list"}), 0) << session.error;
  const std::size_t mending = session.output.find("mended: Birth = 1971: morgue:17 Aibar Tanbaev");
  const std::size_t setting =
      session.output.find("the probability from which records are one person: 0.7");
  const std::size_t decision =
      session.output.find("one person: morgue:17 Aibar Tanbaev (birth 1971) | hospital:203");
  EXPECT_LT(mending, setting) << session.output;
  EXPECT_LT(setting, decision) << session.output;
  ASSERT_NE(decision, std::string::npos) << session.output;

  ASSERT_EQ(session.run(add_undo, {"undo", folder}), 0) << session.error;
  EXPECT_TRUE(says(session.output, "undone: mended: Birth = 1971"));
  ASSERT_EQ(session.run(add_review, {"review", folder}), 0) << session.error;
  EXPECT_FALSE(says(session.output, "decisions to look at again: 1")) << session.output;
  ASSERT_EQ(session.run(add_undo, {"undo", folder, "settings:1"}), 0) << session.error;
  EXPECT_EQ(base::read_file(folder + "/investigation.toml"), settings);
  ASSERT_EQ(session.run(add_undo, {"undo", folder, "--json"}), 0) << session.error;
  EXPECT_EQ(nlohmann::json::parse(session.output)["undone"]["kind"], "decision");
  EXPECT_TRUE(ledger::decisions_in_force(folder).empty());
  EXPECT_EQ(session.run(add_undo, {"undo", folder}), 66);
  ASSERT_EQ(session.run(add_undo, {"undo", folder, "--list", "--json"}), 0);
  EXPECT_TRUE(nlohmann::json::parse(session.output)["changes"].empty());
}

TEST(UndoCommand, WhatOthersOrTheEraserDidIsNotUndone) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  ASSERT_EQ(session.run(add_decide, {"decide", folder, "same", "morgue:17", "hospital:203"}), 0);
  const std::string entry = session.entered();
  session.as("somebody");
  EXPECT_EQ(session.run(add_undo, {"undo", folder, entry}), 75);
  EXPECT_TRUE(says(session.error, "somebody else"));
  session.as("keys");
  ASSERT_EQ(session.run(add_erase, {"erase", entry, "--reason", "x", "--in", folder}), 0)
      << session.error;
  EXPECT_EQ(session.run(add_undo, {"undo", folder, entry}), 75);
  EXPECT_EQ(session.run(add_undo, {"undo", session.folder() + "/none", "a", "b"}), 64);
  EXPECT_EQ(session.run(add_undo, {"undo", folder, "no-entry"}), 64);
  EXPECT_EQ(session.run(add_undo, {"undo", folder, "ffffffff:7"}), 66);
}

// Words that were erased are in no file of the settings that was kept.
TEST(UndoCommand, AnErasedMendingLeavesNoWordBehind) {
  ASession session;
  session.with_lists();
  const std::string folder = session.folder();
  ASSERT_EQ(session.run(add_mend, {"mend", folder, "morgue:17", "name", "Zubairasyl Qonyrat",
                                   "--reason", "x"}),
            0)
      << session.error;
  const std::string entry = session.entered();
  ASSERT_EQ(session.run(add_settings, {"settings", folder, "words.nobody", "Zubairasyl Qonyrat"}),
            0);
  ASSERT_EQ(session.run(add_settings, {"settings", folder, "--unset", "words.nobody"}), 0);
  ASSERT_EQ(session.run(add_link, {"link", folder}), 0) << session.error;
  ASSERT_EQ(session.run(add_erase, {"erase", entry, "--reason", "x", "--in", folder}), 0)
      << session.error;
  for (const std::string& name : base::list_folder(folder + "/.sanaq/settings"))
    EXPECT_FALSE(says(base::read_file(folder + "/.sanaq/settings/" + name), "Zubairasyl")) << name;
  ASSERT_EQ(session.run(add_link, {"link", folder}), 0) << session.error;
  EXPECT_TRUE(ledger::statements_in_force(folder).empty());
}

}  // namespace
}  // namespace sanaq::cli
