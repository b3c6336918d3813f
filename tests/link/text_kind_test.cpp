#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(TextKind, ATypingSlipIsOneLetterAndAWordMoreIsAPart) {
  EXPECT_EQ(level_between(Kind::text, "kovylin", "kovilin"), "one letter off");
  EXPECT_EQ(level_between(Kind::text, "lisat", "lisat harbour"), "part or short form of the other");
  EXPECT_EQ(level_between(Kind::text, "w", "william"), "part or short form of the other");
  EXPECT_EQ(level_between(Kind::text, "stepnyakov", "stepanyakof"), "similar");
  EXPECT_EQ(level_between(Kind::text, "korem", "lisat"), "differs");
}

TEST(TextKind, AnotherScriptOfTheSameSoundIsAsOneLetter) {
  EXPECT_EQ(level_between(Kind::text, "polynov", "полынов"), "one letter off");
}

TEST(TextKind, OneLetterOfTwoIsNoSlip) {
  EXPECT_EQ(level_between(Kind::text, "ab", "ac"), "differs");
  EXPECT_EQ(level_between(Kind::text, "abc", "abd"), "one letter off");
}

}  // namespace
}  // namespace sanaq::link
