#include "sanaq/cli/ask_command.h"

#include <gtest/gtest.h>

#include "cli/a_case.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {

TEST(AskCommand, AQuestionIsNeededAndMustBeOne) {
  const ACase a;
  EXPECT_EQ(a.ask({}).code, 64);
  EXPECT_EQ(a.ask({"nonsense"}).code, 64);
  EXPECT_EQ(run_the_program(add_ask, {"ask", "acts", "--in", a.scratch() / "nowhere"}).code, 66);
}

TEST(AskCommand, HandsEachQuestionItsOptions) {
  const ACase a;
  EXPECT_EQ(a.json({"acts", "--by", "month"})["rows"].size(), 2U);
  EXPECT_EQ(a.json({"still-held", "--on", "2012-12-31"})["held"].size(), 2U);
  EXPECT_TRUE(a.json({"due", "--on", "2014-12-16"})["due"].empty());
  EXPECT_EQ(a.json({"due", "--on", "2014-12-16", "--within", "3y"})["due"].size(), 1U);
  EXPECT_EQ(a.json({"command", "--of", "The Unit", "--on", "2011-12-16T12:00"})["rungs"].size(),
            2U);
  EXPECT_EQ(a.json({"series", "--from", "2012"})["whole"]["high"], 0);
  EXPECT_EQ(a.json({"demands", "--on", "2015-12-16"})["demands"][0]["days_open"]["low"], 365);
  EXPECT_FALSE(a.json({"sources", "--of", "custody:c1"})["statements"].empty());
}

TEST(AskCommand, WhatCannotBeAnsweredEndsWithItsExitCode) {
  const ACase a;
  EXPECT_EQ(a.ask({"acts", "--by", "colour"}).code, 64);
  EXPECT_EQ(a.ask({"still-held", "--on", "2014-12"}).code, 64);
  EXPECT_EQ(a.ask({"due", "--within", "soon"}).code, 64);
  EXPECT_EQ(a.ask({"command", "--of", "The Unti", "--on", "2011-12-16"}).code, 66);
  EXPECT_EQ(a.ask({"command", "--of", "unit", "--on", "2011"}).code, 64);
  EXPECT_EQ(a.ask({"series", "--from", "long ago"}).code, 64);
  EXPECT_EQ(a.ask({"sources", "--of", "nobody at all"}).code, 66);
}

TEST(AskCommand, DrawsTheLineOfCommand) {
  const ACase a;
  const std::string drawing = a.scratch() / "line.svg";
  ASSERT_EQ(a.ask({"command", "--of", "unit", "--on", "2011-12-16", "--svg", drawing}).code, 0);
  const std::string svg = base::read_file(drawing);
  EXPECT_NE(svg.find("<svg"), std::string::npos);
  EXPECT_NE(svg.find("L. Low"), std::string::npos);
}

}  // namespace sanaq::cli
