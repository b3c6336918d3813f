#include "sanaq/workspace/unread_founding.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "sanaq/base/files.h"
#include "workspace/a_counted_bench.h"

namespace sanaq::workspace {
namespace {

std::string unread_file(const std::string& keys) {
  for (const auto& entry : std::filesystem::directory_iterator(keys)) {
    if (entry.path().filename().string().starts_with("unread-")) return entry.path().string();
  }
  return "";
}

TEST(UnreadFounding, ACodeThatNobodyReadIsThereAfterTheServerWasKilled) {
  const ACountedBench counted;
  const ledger::Founding founding{std::string(64, 'a'), std::string(64, 'b')};
  EXPECT_FALSE(unread_founding(counted.folder));
  EXPECT_TRUE(keep_unread(counted.folder, founding));
  const std::string file = unread_file(::getenv("SANAQ_KEYS"));
  ASSERT_NE(file, "");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  ASSERT_TRUE(unread_founding(counted.folder));
  EXPECT_EQ(unread_founding(counted.folder)->recovery_seed, founding.recovery_seed);
  EXPECT_FALSE(unread_founding(counted.folder + "-elsewhere"));
  std::filesystem::create_hard_link(file, counted.folder + "/witness");
  forget_unread(counted.folder);
  EXPECT_EQ(unread_file(::getenv("SANAQ_KEYS")), "");
  EXPECT_EQ(base::read_file(counted.folder + "/witness").find('b'), std::string::npos)
      << "its bytes are no code any more";
}

TEST(UnreadFounding, WhatIsNoneIsPassedOver) {
  const ACountedBench counted;
  keep_unread(counted.folder, {"x", "y"});
  EXPECT_FALSE(unread_founding(counted.folder));
  base::write_file_whole(unread_file(::getenv("SANAQ_KEYS")), "{\"id\":3");
  EXPECT_FALSE(unread_founding(counted.folder));
}

TEST(UnreadFounding, OneOfALedgerThatIsGoneIsRemoved) {
  const ACountedBench counted;
  keep_unread(counted.folder, {std::string(64, 'a'), std::string(64, 'b')});
  std::filesystem::remove_all(counted.folder + "/ledger");
  EXPECT_FALSE(unread_founding(counted.folder));
  EXPECT_EQ(unread_file(::getenv("SANAQ_KEYS")), "");
}

}  // namespace
}  // namespace sanaq::workspace
