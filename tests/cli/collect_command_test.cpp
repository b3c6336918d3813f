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

TEST(CollectCommand, RefusesWhatIsNoSpoolAFolderWithoutAKeyAndAWrongPassphrase) {
  AnIntake at;
  EXPECT_EQ(at.collect(), 66) << at.session.error;  // no key yet
  ASSERT_EQ(at.make_key(), 0);
  EXPECT_EQ(at.collect(), 66) << at.session.error;  // no spool
  ::setenv("SANAQ_PASSPHRASE", "another", 1);
  EXPECT_EQ(at.collect(), 64) << at.session.error;
  EXPECT_EQ(at.session.run(add_collect, {"collect", at.session.folder()}), 64);
}

}  // namespace sanaq::cli
