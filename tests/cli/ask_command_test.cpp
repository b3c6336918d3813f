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

TEST(AskCommand, DrawsTheLineOfCommand) {
  const ACase a;
  const std::string drawing = a.scratch() / "line.svg";
  ASSERT_EQ(a.ask({"command", "--of", "unit", "--on", "2011-12-16", "--svg", drawing}).code, 0);
  const std::string svg = base::read_file(drawing);
  EXPECT_NE(svg.find("<svg"), std::string::npos);
  EXPECT_NE(svg.find("L. Low"), std::string::npos);
}

}  // namespace sanaq::cli
