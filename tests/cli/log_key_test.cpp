#include "sanaq/cli/log_key.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/key_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/note.h"

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

TEST_F(LogKey, TheLogIsHandedOverToAnotherMemberWhoseKeyItThenNames) {
  ASSERT_EQ(publish(folder_).code, 0);
  const std::string first = key(), origin = first.substr(0, first.find('+'));
  std::filesystem::copy(folder_ + "/site", scratch_ / "older",
                        std::filesystem::copy_options::recursive);
  ::setenv("SANAQ_KEYS", (scratch_ / "other-keys").c_str(), 1);
  std::string other, began;
  {
    const ledger::Writer writer(folder_);
    other = writer.id();
    began = writer.investigation_id();
  }
  const std::string code = ledger::member_code(other, began);
  ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
  const auto hand_over = [&] {
    return run_the_program(add_key, {"key", folder_, "--publisher", code});
  };
  EXPECT_NE(hand_over().code, 0) << "no member yet";
  const Ended taken =
      run_the_program(add_key, {"key", folder_, "--member", code, "--name", "The other office"});
  ASSERT_EQ(taken.code, 0) << taken.error;
  const Ended handed = hand_over();
  ASSERT_EQ(handed.code, 0) << handed.error;
  const Ended refused = publish(folder_);
  EXPECT_EQ(refused.code, 75);
  EXPECT_NE(refused.error.find(other.substr(0, 8)), std::string::npos) << refused.error;
  ::setenv("SANAQ_KEYS", (scratch_ / "other-keys").c_str(), 1);
  const Ended published = publish(folder_);
  ASSERT_EQ(published.code, 0) << published.error;
  const std::string second = key();
  EXPECT_NE(second, first);
  EXPECT_TRUE(second.starts_with(origin + "+"));
  const std::string opened = base::read_file(folder_ + "/site/log/opened.jsonl");
  EXPECT_NE(opened.find(second.substr(0, second.size() - 1)), std::string::npos) << opened;
  const Ended held =
      run_the_program(add_verify, {"verify", folder_ + "/site", "--against", scratch_ / "older"});
  EXPECT_EQ(held.code, 0) << held.output << held.error;
  ASSERT_EQ(publish(folder_).code, 0);
  EXPECT_EQ(key(), second);
}

// Handed over to himself on the same computer: the old key is not lost.
TEST_F(LogKey, AKeyThatIsStillHereSignsBesideTheNewOne) {
  ASSERT_EQ(publish(folder_).code, 0);
  const std::string first = key();
  std::filesystem::copy(folder_ + "/site", scratch_ / "older",
                        std::filesystem::copy_options::recursive);
  std::string code;
  {
    const ledger::Writer writer(folder_);
    code = ledger::member_code(writer.id(), writer.investigation_id());
  }
  ASSERT_EQ(run_the_program(add_key, {"key", folder_, "--publisher", code}).code, 0);
  const Ended published = publish(folder_);
  ASSERT_EQ(published.code, 0) << published.error;
  const std::string both = key();
  EXPECT_NE(both, first);
  EXPECT_TRUE(both.ends_with(first)) << both;
  const std::string note = base::read_file(folder_ + "/site/log/checkpoint");
  EXPECT_EQ(log::parse_note(note)->signatures.size(), 2u) << note;
  const Ended held =
      run_the_program(add_verify, {"verify", folder_ + "/site", "--against", scratch_ / "older"});
  EXPECT_EQ(held.code, 0) << held.output << held.error;
  for (std::size_t from = 0, end = 0; (end = both.find('\n', from)) != both.npos; from = end + 1)
    EXPECT_NE(held.output.find("signed by " + both.substr(from, end - from)), std::string::npos)
        << held.output;
  ASSERT_EQ(publish(folder_).code, 0);
  EXPECT_EQ(base::read_file(folder_ + "/site/log/checkpoint"), note) << "nothing new";
}

TEST_F(LogKey, AnOlderCopyInTheSamePlaceSignsNoSecondRoot) {
  ASSERT_EQ(publish(folder_).code, 0);
  const std::string leaves = folder_ + "/publication/leaves";
  base::write_file_whole(leaves, "");
  EXPECT_NE(publish(folder_).code, 0);
}

}  // namespace
}  // namespace sanaq::cli
