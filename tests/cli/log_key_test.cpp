#include "sanaq/cli/log_key.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/log/log_checkpoint.h"

namespace sanaq::cli {
namespace {

class LogKey : public testing::Test {
 protected:
  LogKey() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  Ended publish(const std::string& folder) {
    return run_the_program(add_publish, {"publish", folder, "--yes"});
  }
  std::string key() { return base::read_file(folder_ + "/site/log/key.txt"); }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_, "[scope]\nstatus = \"dead\"\n");
};

TEST_F(LogKey, IsMadeAtTheFirstPublicationAndNamesTheLog) {
  const Ended first = publish(folder_);
  ASSERT_EQ(first.code, 0) << first.error;
  const std::string made = key();
  EXPECT_TRUE(made.starts_with("sanaq/"));
  ASSERT_EQ(publish(folder_).code, 0);
  EXPECT_EQ(key(), made);
}

TEST_F(LogKey, WhoeverHasItNotDoesNotPublish) {
  ASSERT_EQ(publish(folder_).code, 0);
  ::setenv("SANAQ_KEYS", (scratch_ / "other-keys").c_str(), 1);
  EXPECT_NE(publish(folder_).code, 0);
}

TEST_F(LogKey, ACopyOfTheFolderDoesNotSignBesideIt) {
  ASSERT_EQ(publish(folder_).code, 0);
  std::filesystem::copy(folder_, scratch_ / "copy", std::filesystem::copy_options::recursive);
  EXPECT_NE(publish(scratch_ / "copy").code, 0);
  EXPECT_EQ(publish(folder_).code, 0);
}

TEST_F(LogKey, AnOlderCopyInTheSamePlaceSignsNoSecondRoot) {
  ASSERT_EQ(publish(folder_).code, 0);
  const std::string leaves = folder_ + "/publication/leaves";
  base::write_file_whole(leaves, "");
  EXPECT_NE(publish(folder_).code, 0);
}

}  // namespace
}  // namespace sanaq::cli
