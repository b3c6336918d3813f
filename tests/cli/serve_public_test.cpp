#include "sanaq/cli/serve_public.h"

#include <gtest/gtest.h>

#include "cli/run_the_program.h"
#include "help/scratch.h"
#include "sanaq/cli/serve_command.h"

namespace sanaq::cli {
namespace {

std::string error_of(const std::vector<std::string>& words, int code) {
  const Ended ended = run_the_program(add_serve, words);
  EXPECT_EQ(code, ended.code);
  return ended.error;
}

TEST(ServePublic, KnowsNoInvestigation) {
  const help::Scratch scratch;
  for (const std::vector<std::string>& more : {std::vector<std::string>{scratch.path()},
                                               {"--port", "8000"},
                                               {"--no-browser"},
                                               {"--desktop"}}) {
    std::vector<std::string> words = {"serve",        "--public", "127.0.0.1:0",    "--site",
                                      scratch.path(), "--spool",  scratch / "spool"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_NE(std::string::npos, error_of(words, 64).find("knows no investigation"));
  }
}

TEST(ServePublic, NeedsAllThree) {
  const help::Scratch scratch;
  error_of({"serve", "--public", "127.0.0.1:0"}, 64);
  error_of({"serve", "--site", scratch.path()}, 64);
  error_of({"serve", "--public", "127.0.0.1:0", "--site", scratch.path()}, 64);
  error_of({"serve", "--i-have-a-proxy"}, 64);
}

TEST(ServePublic, AnAddressForOthersNeedsAProxy) {
  const help::Scratch scratch;
  const std::vector<std::string> words = {"serve",        "--public", "0.0.0.0:0",      "--site",
                                          scratch.path(), "--spool",  scratch / "spool"};
  EXPECT_NE(std::string::npos, error_of(words, 64).find("--i-have-a-proxy"));
  error_of({"serve", "--public", "nonsense", "--site", scratch.path(), "--spool", "x"}, 64);
}

TEST(ServePublic, ASiteThatIsNotThereOrTakesNothingInIsNotFound) {
  const help::Scratch scratch;
  error_of({"serve", "--public", "127.0.0.1:0", "--site", scratch / "none", "--spool",
            scratch / "spool"},
           66);
}

}  // namespace
}  // namespace sanaq::cli
