#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(NameKind, LettersSoundsAndMissingParts) {
  EXPECT_EQ(level_between(Kind::name, "Полынов Аскар", "Polynov Askar").find("same sound"), 0U);
  EXPECT_EQ(
      level_between(Kind::name, "Polynov Askar Erlanovich", "Polynov Askar").find("part missing"),
      0U);
  EXPECT_EQ(level_between(Kind::name, "Polynov Askar", "Vetlugin Dinara"), "differs");
}

TEST(NameKind, TheOrderOfThePartsLosesLittle) {
  EXPECT_EQ(level_between(Kind::name, "Polynov Askar", "Askar Polynov"), "same sound, strong");
}

}  // namespace
}  // namespace sanaq::link
