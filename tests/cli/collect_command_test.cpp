#include "sanaq/cli/collect_command.h"

#include <gtest/gtest.h>

#include "cli/an_intake.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {

TEST(CollectCommand, SaysWhatCameAndWhatToBringBack) {
  AnIntake at;
  ASSERT_EQ(at.make_key(), 0);
  at.send(intake::ContentKind::comment, "a comment");
  at.send(intake::ContentKind::testimony, "xqcanary");
  ASSERT_EQ(at.collect(), 0) << at.session.error;
  EXPECT_NE(at.session.output.find("comments: 1, sealed for you: 1, known before: 0"),
            std::string::npos)
      << at.session.output;
  EXPECT_NE(at.session.output.find("collected.txt"), std::string::npos);
  EXPECT_EQ(at.session.output.find("xqcanary"), std::string::npos);
  ASSERT_EQ(at.collect(), 0);
  EXPECT_NE(at.session.output.find("comments: 0, sealed for you: 0, known before: 2"),
            std::string::npos);
}

// A path that was pasted wrongly founds no investigation.
TEST(CollectCommand, WritesNothingWhereThereIsNoSpool) {
  AnIntake at;
  EXPECT_EQ(at.collect(), 66);
  EXPECT_NE(at.session.error.find("this is no spool"), std::string::npos) << at.session.error;
  EXPECT_FALSE(base::folder_exists(base::join(at.session.folder(), "ledger")));
}

TEST(CollectCommand, RefusesWhatIsNoSpoolAFolderWithoutAKeyAndAWrongPassphrase) {
  AnIntake at;
  base::make_private_folder(base::join(at.spool(), "in"));
  EXPECT_EQ(at.collect(), 66) << at.session.error;
  EXPECT_NE(at.session.error.find("intake-key"), std::string::npos) << at.session.error;
  base::remove_tree(at.spool());
  ASSERT_EQ(at.make_key(), 0);
  EXPECT_EQ(at.collect(), 66) << at.session.error;  // no spool
  base::make_private_folder(base::join(at.spool(), "in"));
  ::setenv("SANAQ_PASSPHRASE", "another", 1);
  EXPECT_EQ(at.collect(), 64) << at.session.error;
  EXPECT_EQ(at.session.run(add_collect, {"collect", at.session.folder()}), 64);
}

// As somebody types it who has several: nothing is written, in neither of them.
TEST(CollectCommand, TheSpoolOfAnotherInvestigationIsLeftAsItIs) {
  AnIntake at;
  ASSERT_EQ(at.make_key(), 0);
  at.send(intake::ContentKind::comment, "for the first");
  const std::string second = at.session.scratch() / "second";
  at.session.scratch().write("second/investigation.toml", "title = \"Another\"\n");
  ASSERT_EQ(at.session.run(add_intake_key, {"intake-key", second}), 0) << at.session.error;
  EXPECT_EQ(at.session.run(add_collect, {"collect", second, at.spool()}), 64);
  EXPECT_NE(at.session.error.find("spool of another investigation"), std::string::npos)
      << at.session.error;
  EXPECT_FALSE(base::folder_exists(base::join(at.spool(), "out")));
  EXPECT_FALSE(base::file_exists(base::join(at.spool(), "collected.txt")));
  for (const std::string& wrong :
       {base::join(at.spool(), "in"), base::join(second, "investigation.toml"), second})
    EXPECT_EQ(at.session.run(add_collect, {"collect", second, wrong}), 66) << wrong;
  EXPECT_EQ(at.session.run(add_collect, {"collect", at.spool(), at.spool()}), 66);
}

}  // namespace sanaq::cli
