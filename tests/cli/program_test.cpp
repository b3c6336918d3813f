#include "sanaq/cli/program.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "sanaq/base/error.h"

namespace sanaq::cli {
namespace {

void add_fake(Arguments& app, Context& context) {
  Arguments command = app.command("fake", "does this and that");
  const auto mode = std::make_shared<std::string>();
  const auto threshold = std::make_shared<double>();
  command.option("MODE", mode.get(), "").required();
  command.option("--threshold", threshold.get(), "a number");
  command.runs([mode, threshold, &context] {
    if (*mode == "bad")
      throw base::Error(base::Kind::bad_input, base::message("row {} is no row", 7));
    if (*mode == "stop")
      throw base::Error(base::Kind::stopped, base::message("stopped, nothing half-written stays"));
    if (*mode == "bug") throw std::logic_error("oops");
    context.print("done\n");
  });
}

struct Ran {
  int code;
  std::string output, error;
};

Ran ran(const std::vector<std::string>& arguments) {
  Ran result{};
  const Streams streams = {[&](std::string_view text) { result.output += text; },
                           [&](std::string_view text) { result.error += text; }, false, 80};
  result.code = run_program(arguments, {add_fake}, streams);
  return result;
}

TEST(Program, SuccessIsZeroAndPrintsOnStandardOutput) {
  const Ran result = ran({"fake", "good"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.output, "done\n");
  EXPECT_EQ(result.error, "");
}

TEST(Program, EachKindOfFailureHasItsExitCodeAndOneSentence) {
  EXPECT_EQ(ran({"fake", "bad"}).code, 65);
  EXPECT_EQ(ran({"fake", "bad"}).error, "sanaq: row 7 is no row\n");
  EXPECT_EQ(ran({"fake", "stop"}).code, 130);
  EXPECT_EQ(ran({"fake", "bug"}).code, 70);
}

TEST(Program, FailuresSpeakTheReadersLanguage) {
  EXPECT_EQ(ran({"fake", "stop", "--language", "ru"}).error,
            "sanaq: остановлено, ничего недописанного не осталось\n");
}

TEST(Program, WrongCallsAre64AndSuggestTheNearestName) {
  const Ran result = ran({"fake", "good", "--treshold", "1"});
  EXPECT_EQ(result.code, 64);
  EXPECT_NE(result.error.find("--threshold"), std::string::npos) << result.error;
  EXPECT_EQ(ran({"fale"}).code, 64);
  EXPECT_NE(ran({"fale"}).error.find("fake"), std::string::npos);
  EXPECT_EQ(ran({"fake"}).code, 64);
  EXPECT_NE(ran({"fake"}).error.find("MODE"), std::string::npos);
  EXPECT_EQ(ran({}).code, 64);
}

TEST(Program, HelpIsSuccessOnStandardOutput) {
  const Ran result = ran({"--help"});
  EXPECT_EQ(result.code, 0);
  EXPECT_NE(result.output.find("fake"), std::string::npos);
  EXPECT_EQ(result.error, "");
  EXPECT_NE(ran({"fake", "--help", "--language", "ru"}).output.find("Аргументы"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
