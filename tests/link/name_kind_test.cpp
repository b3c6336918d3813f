#include <gtest/gtest.h>

#include "link/level_between.h"

namespace sanaq::link {
namespace {

TEST(NameKind, LettersSoundsAndMissingParts) {
  EXPECT_EQ(level_between(Kind::name, "Полынов Аскар", "Polynov Askar").find("same sound"), 0U);
  EXPECT_EQ(
      level_between(Kind::name, "Polynov Askar Erlanovich", "Polynov Askar").find("part missing"),
      0U);
  EXPECT_EQ(level_between(Kind::name, "Polynov Askar", "Vetlugin Dinara"), "differs");
}

TEST(NameKind, TheOrderOfThePartsDoesNotMatter) {
  EXPECT_EQ(level_between(Kind::name, "Polynov Askar", "Askar Polynov").find("same letters"), 0U);
}

}  // namespace
}  // namespace sanaq::link
