#include "sanaq/cli/serve_place.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::cli {
namespace {

TEST(ServePlace, ASecondStartGetsALink) {
  const help::Scratch scratch;
  base::make_folder(scratch / "town");
  ::setenv("XDG_RUNTIME_DIR", scratch.path().c_str(), 1);
  EXPECT_EQ(std::nullopt, link_of_running(scratch / "town"));
  ServePlace place(scratch / "town", 8080);
  std::optional<std::string> link;
  std::thread asking([&] { link = link_of_running(scratch / "town"); });
  place.answer_within(5, [] { return std::string("link"); });
  asking.join();
  EXPECT_EQ("link", link);
  EXPECT_EQ(std::nullopt, link_of_running(scratch / "other"));
  ::unsetenv("XDG_RUNTIME_DIR");
}

TEST(ServePlace, WhereNobodyAnswersItIsAConflictThatNamesProcessAndPort) {
  const help::Scratch scratch;
  base::make_folder(scratch / "town");
  ::unsetenv("XDG_RUNTIME_DIR");
  const ServePlace place(scratch / "town", 8080);
  EXPECT_EQ(std::nullopt, link_of_running(scratch / "town"));
  try {
    const ServePlace second(scratch / "town", 9090);
    FAIL() << "two workspaces of one folder";
  } catch (const base::Error& error) {
    EXPECT_EQ(base::Kind::conflict, error.kind());
    EXPECT_NE(std::string::npos, std::string(error.what()).find("port 8080"));
    EXPECT_NE(std::string::npos,
              std::string(error.what()).find("process " + std::to_string(::getpid())));
  }
}

}  // namespace
}  // namespace sanaq::cli
