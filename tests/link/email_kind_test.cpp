#include <gtest/gtest.h>

#include "link/level_between.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

TEST(EmailKind, TheSameNameAtAnotherHostIsMoreThanSimilarLetters) {
  EXPECT_EQ(level_between(Kind::email, "anna@korem.example", "anna@korem.exampel"),
            "one letter off");
  EXPECT_EQ(level_between(Kind::email, "anna.polynova@korem.example", "anna.polynova@lisat.test"),
            "same before @");
  EXPECT_EQ(level_between(Kind::email, "anna@korem.example", "boris@lisat.test"), "differs");
}

}  // namespace
}  // namespace sanaq::link
